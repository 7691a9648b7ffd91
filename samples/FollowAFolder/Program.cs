using System;
using System.IO;
using System.Threading;
using Ccts.Ingestion.Mapping;
using Ccts.Sdk.Problems;
using FollowAFolder;

// FollowAFolder MAPPING FOLDER   follows a folder until Ctrl+C
// FollowAFolder                  rehearses a year in its own folder, and fails when anything is lost or read twice
if (args.Length == 0)
{
    return Rehearsal.Run(Path.Combine("samples", "data", "ingestion", "fuel")) ? 0 : 1;
}

if (args.Length != 2)
{
    Console.Error.WriteLine("A mapping and a folder are expected, or nothing for a rehearsal.");
    return 2;
}

try
{
    var mapping = IngestionMapping.Read(File.ReadAllBytes(args[0]), args[0]);
    using var folder = new WatchedFolder(args[1]);
    var year = new PlantYear(folder, mapping, Console.WriteLine);
    using var stop = new CancellationTokenSource();
    Console.CancelKeyPress += (_, key) =>
    {
        key.Cancel = true;
        stop.Cancel();
    };
    using var looks = new PeriodicTimer(TimeSpan.FromSeconds(2));
    year.Look();
    while (await looks.WaitForNextTickAsync(stop.Token))
    {
        year.Look();
    }
}
catch (OperationCanceledException)
{
    return 0;
}
catch (Exception unreadable) when (unreadable is CctsDataException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(unreadable.Message);
    return 2;
}

return 0;
