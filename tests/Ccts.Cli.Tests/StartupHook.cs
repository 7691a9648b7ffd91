using System;
using System.IO;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Text;

/// <summary>
/// Runs within the program <c>ccts</c> before its own code, and calls its entry point once for every question of <see cref="Ccts.Cli.Tests.WarmTool"/>, with files in
/// the place of its standard streams. The runtime finds it by its name, outside every namespace. It ends when the tests do.
/// </summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime asks for this name.")]
internal static class StartupHook
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Initialize()
    {
        // Programs that the tool starts are not to wait for questions.
        Environment.SetEnvironmentVariable("DOTNET_STARTUP_HOOKS", null);
        using var questions = new BinaryReader(Console.OpenStandardInput());
        using var answers = new BinaryWriter(Console.OpenStandardOutput());
        // Libraries keep the writers that they saw first.
        Console.SetOut(new StreamWriter(new Standard(Console.OpenStandardOutput), Utf8) { AutoFlush = true });
        Console.SetError(new StreamWriter(new Standard(Console.OpenStandardError), Utf8) { AutoFlush = true });
        var main = Assembly.GetEntryAssembly()!.EntryPoint!;
        var folder = Directory.CreateTempSubdirectory("ccts-warm-").FullName;
        string[] streams = [Path.Combine(folder, "in"), Path.Combine(folder, "out"), Path.Combine(folder, "error")];
        try
        {
            while (true)
            {
                Directory.SetCurrentDirectory(questions.ReadString());
                var (variable, value) = (questions.ReadString(), questions.ReadString());
                var args = new string[questions.ReadInt32()];
                for (var i = 0; i < args.Length; i++)
                {
                    args[i] = questions.ReadString();
                }

                File.WriteAllText(streams[0], questions.ReadString(), Utf8);
                answers.Write(CallWith(variable, value, main, args, streams));
                answers.Write(File.ReadAllText(streams[1], Utf8));
                answers.Write(File.ReadAllText(streams[2], Utf8));
                answers.Flush();
            }
        }
        catch (EndOfStreamException)
        {
            Directory.Delete(folder, recursive: true);
            Environment.Exit(0);
        }
    }

    private static int CallWith(string variable, string value, MethodInfo main, string[] args, string[] streams)
    {
        if (variable.Length == 0)
        {
            return Call(main, args, streams);
        }

        var before = Environment.GetEnvironmentVariable(variable);
        Environment.SetEnvironmentVariable(variable, value);
        try
        {
            return Call(main, args, streams);
        }
        finally
        {
            Environment.SetEnvironmentVariable(variable, before);
        }
    }

    private static int Call(MethodInfo main, string[] args, string[] streams)
    {
        using (var input = File.OpenRead(streams[0]))
        using (var output = File.Create(streams[1]))
        using (var error = File.Create(streams[2]))
        {
            Put(input, 0);
            Put(output, 1);
            Put(error, 2);
        }

        using var reader = new StreamReader(Console.OpenStandardInput(), Utf8);
        Console.SetIn(reader);
        return (int)main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [args], null)!;
    }

    private static void Put(FileStream file, int stream)
    {
        if (Duplicate((int)file.SafeFileHandle.DangerousGetHandle(), stream) < 0)
        {
            throw new IOException("A standard stream cannot be put in place.");
        }
    }

    [DllImport("libc", EntryPoint = "dup2")]
    private static extern int Duplicate(int file, int stream);

    /// <summary>A standard stream, whatever stands in its place when it is written to.</summary>
    private sealed class Standard(Func<Stream> open) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            using var now = open();
            now.Write(buffer, offset, count);
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
