using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using Ccts.Ingestion.Mapping;

namespace FollowAFolder;

/// <summary>A year in seconds, in its own folder: files arrive month by month, one in two halves, one twice, and the program restarts in between.</summary>
internal static class Rehearsal
{
    /// <summary>True when everything was read once, and the year has the same result as all files together.</summary>
    internal static bool Run(string samples)
    {
        var folder = Directory.CreateTempSubdirectory("follow-a-folder").FullName;
        try
        {
            var mapping = IngestionMapping.Read(File.ReadAllBytes(Path.Combine(samples, "fuel.mapping.json")), "fuel.mapping.json");
            var months = new SortedDictionary<string, List<(string Name, string Text)>>(StringComparer.Ordinal);
            foreach (var file in Directory.GetFiles(samples, "*.csv").Append(Path.Combine(samples, "production.jsonl")).Order(StringComparer.Ordinal))
            {
                ByMonth(file, months);
            }

            var watched = new WatchedFolder(folder);
            var year = new PlantYear(watched, mapping, Console.WriteLine);
            Expect(IsRefused(folder), "two programs followed one folder");
            var (takings, first) = (0, true);
            foreach (var (month, files) in months)
            {
                Console.WriteLine($"-- {month}");
                foreach (var (name, text) in files)
                {
                    // The first file arrives in halves: in between it may not be read, however often the program looks.
                    var path = Path.Combine(folder, name);
                    File.WriteAllText(path, first ? text[..(text.Length / 2)] : text);
                    if (first)
                    {
                        Expect(!year.Look(), "a file that was only just seen was taken");
                        File.AppendAllText(path, text[(text.Length / 2)..]);
                        Expect(!year.Look(), "a file that still grew was taken");
                        first = false;
                    }
                }

                year.Look();
                takings += year.Look() ? 1 : 0;
                Expect(!year.Look(), "something was taken twice");
                if (month == "2025-10")
                {
                    // A restart remembers what was read, and the same content under another name is not a new file.
                    File.Copy(Path.Combine(folder, files[0].Name), Path.Combine(folder, "again-" + files[0].Name));
                    watched.Dispose();
                    watched = new WatchedFolder(folder);
                    year = new PlantYear(watched, mapping, Console.WriteLine);
                    year.Look();
                    Expect(!year.Look(), "a restart took something twice");
                    File.Delete(Path.Combine(folder, "again-" + files[0].Name));
                }
            }

            var projected = year.Projected;
            GoneAndBack(folder, year);
            watched.Dispose();
            File.Delete(Path.Combine(folder, ".taken.jsonl"));
            using var anew = new WatchedFolder(folder);
            var whole = new PlantYear(anew, mapping, _ => { });
            whole.Look();
            Expect(whole.Look() && whole.Projected == projected && projected is not null, $"month by month the year came to {projected}, and all at once to {whole.Projected}");
            Console.WriteLine($"{takings} months taken, each file once; all files at once come to the same {projected} certificates.");
            return takings == months.Count;
        }
        catch (InvalidOperationException wrong)
        {
            Console.Error.WriteLine("FAILED: " + wrong.Message);
            return false;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>If a file is removed or changed after it was read, everything waits until the original is back.</summary>
    private static void GoneAndBack(string folder, PlantYear year)
    {
        var path = Directory.GetFiles(folder, "laboratory-*").Order(StringComparer.Ordinal).First();
        var (text, fresh) = (File.ReadAllText(path), Path.Combine(folder, "laboratory-late.csv"));
        File.WriteAllText(fresh, string.Join("\n", text.Split('\n').TakeWhile(l => MonthOf(l) is null)) + "\n");
        foreach (var other in new[] { null, text + " " })
        {
            File.Delete(path);
            if (other is not null)
            {
                File.WriteAllText(path, other);
            }

            year.Look();
            Expect(!year.Look(), "something was counted while a file was another");
        }

        File.WriteAllText(path, text);
        File.Delete(fresh);
        Expect(!year.Look(), "a file that came back as it was counted as new");
    }

    private static bool IsRefused(string folder)
    {
        try
        {
            using var second = new WatchedFolder(folder);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }

    private static void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    // The rows of a sample file by month, each with the header lines; a row of the day before the year belongs to the first month.
    private static void ByMonth(string file, SortedDictionary<string, List<(string, string)>> months)
    {
        var lines = File.ReadAllLines(file).Where(l => l.Length > 0).ToList();
        var head = lines.TakeWhile(l => MonthOf(l) is null).ToList();
        foreach (var month in lines.Skip(head.Count).GroupBy(l => string.CompareOrdinal(MonthOf(l), "2025-04") < 0 ? "2025-04" : MonthOf(l)!, StringComparer.Ordinal))
        {
            if (!months.TryGetValue(month.Key, out var files))
            {
                months.Add(month.Key, files = []);
            }

            files.Add(($"{Path.GetFileNameWithoutExtension(file)}-{month.Key}{Path.GetExtension(file)}", string.Join("\n", head.Concat(month)) + "\n"));
        }
    }

    // The samples write days as 2025-04-06 or 06.04.2025.
    private static string? MonthOf(string line)
    {
        foreach (var cell in line.Split(',', ';', '"'))
        {
            if (DateOnly.TryParseExact(cell.Trim(), ["yyyy-MM-dd", "dd.MM.yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                return day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
            }
        }

        return null;
    }
}
