using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Text;

namespace Ccts.Benchmarks.Scale;

/// <summary>
/// A pair of made-up exports, two gigabytes together, through <c>ccts reconcile</c> in a process of its own: how long it takes and the most
/// memory it holds. Beside it a pair with the same blocks and a quarter of the text: what the text adds must be next to nothing.
/// </summary>
internal static class StreamScale
{
    private const int Rows = 3_000_000;
    private const int LongNote = 220;

    internal static void Run(string ccts)
    {
        var folder = Directory.CreateTempSubdirectory("exports");
        try
        {
            foreach (var note in new[] { 0, LongNote })
            {
                var ledger = Path.Combine(folder.FullName, "ledger.csv");
                var registry = Path.Combine(folder.FullName, "registry.csv");
                var bytes = WriteLedger(ledger, note) + WriteRegistry(registry, note);
                var watch = Stopwatch.StartNew();
                var (peak, exit) = Reconcile(ccts, ledger, registry);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"stream {Rows} rows against {Rows}, {bytes / 1e9:0.00} GB: {watch.Elapsed.TotalSeconds:0} s, {peak / 1048576.0:0} MiB at most, exit code {exit}"));
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // Every tenth block is two tonnes short in the ledger.
    private static long WriteLedger(string path, int note) => Write(path, "serial,quantity,state,as_of,note", note, i =>
    {
        var count = i % 10 == 3 ? 8 : 10;
        return string.Create(CultureInfo.InvariantCulture, $"{Serial(i, count)},{count},held,2026-01-01,");
    });

    private static long WriteRegistry(string path, int note) => Write(
        path,
        "Issuance Date,Vintage Start,Vintage End,ID,Name,Total Vintage Quantity,Quantity Issued,Serial Number,Retirement/Cancellation Date,Retirement Details",
        note,
        i => string.Create(CultureInfo.InvariantCulture, $"2021-05-05,2020-01-01,2020-12-31,1340,Made up,\"30,000,000\",10,{Serial(i, 10)},,"));

    private static string Serial(int i, int count) => string.Create(
        CultureInfo.InvariantCulture,
        $"19385-{(i * 10L) + 1}-{(i * 10L) + count}-VCS-VCU-1507-VER-ET-14-1340-01012020-31122020-1");

    private static long Write(string path, string headers, int note, Func<int, string> row)
    {
        using var writer = new StreamWriter(path, append: false, new UTF8Encoding(false), bufferSize: 1 << 20) { NewLine = "\n" };
        writer.WriteLine(headers);
        var text = new string('n', note);
        for (var i = 0; i < Rows; i++)
        {
            writer.Write(row(i));
            writer.WriteLine(text);
        }

        writer.Flush();
        return writer.BaseStream.Length;
    }

    private static (long Peak, int Exit) Reconcile(string ccts, string ledger, string registry)
    {
        var start = new ProcessStartInfo("dotnet", [ccts, "reconcile", "--ledger", ledger, "--registry", registry, "--format", "verra"]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        long peak = 0;
        while (!process.WaitForExit(200))
        {
            process.Refresh();
            try
            {
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                // It ended between the two questions.
            }
        }

        return (peak, process.ExitCode);
    }
}
