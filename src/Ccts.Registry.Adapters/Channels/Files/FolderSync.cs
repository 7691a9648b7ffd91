using System.IO;
using System.Runtime.InteropServices;
using System.Text;

namespace Ccts.Registry.Adapters.Channels.Files;

/// <summary>Makes the names in a folder durable (<c>fsync</c> of the folder). Windows keeps them in its own journal and opens no folder: there it does nothing.</summary>
internal static class FolderSync
{
    // What a file system says that syncs no folder, as of a share on another machine.
    private const int Invalid = 22;

    /// <exception cref="IOException">The disk failed.</exception>
    internal static void Sync(string folder)
    {
        // A folder that may be written to and not read cannot be opened.
        if (Path.DirectorySeparatorChar != '/' || Open(Encoding.UTF8.GetBytes(folder + "\0"), flags: 0) is not (>= 0 and var opened))
        {
            return;
        }

        try
        {
            if (FileSync(opened) != 0 && Marshal.GetLastWin32Error() is not Invalid and var error)
            {
                throw new IOException($"The folder cannot be synced (error {error}).");
            }
        }
        finally
        {
            _ = Close(opened);
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int FileSync(int file);

    [DllImport("libc", EntryPoint = "close", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int file);
}
