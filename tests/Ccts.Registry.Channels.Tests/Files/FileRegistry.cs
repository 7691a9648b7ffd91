using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using Ccts.Registry.Testing;
using Ccts.Sdk.Ledger.Blocks;

namespace Ccts.Registry.Channels.Tests.Files;

/// <summary>A registry that takes CSV files from one folder and answers into another, and goes wrong on request. It knows the file format from its description alone.</summary>
internal sealed class FileRegistry : IDisposable
{
    private readonly List<(string Scope, BlockRange Range, string Account, string State, string Reference)> _units = [];
    private readonly Queue<ChannelFault> _faults = new();
    private DateTimeOffset _now = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The right time: that of the last thing it wrote.</summary>
    internal TimeProvider Clock => new At(() => _now);

    internal string Root { get; } = Directory.CreateTempSubdirectory("ccts-files").FullName;

    internal string Instructions => Directory.CreateDirectory(Path.Combine(Root, "in")).FullName;

    internal string Answers => Directory.CreateDirectory(Path.Combine(Root, "out")).FullName;

    internal List<(string Key, BlockRange Range)> Effects { get; } = [];

    internal int Taken { get; private set; }

    internal ChannelFault? OfStatement { get; set; }

    internal decimal Held(string account) => _units.Where(u => u.Account == account && u.State == "ACTIVE").Sum(u => u.Range.Count.ToDecimal());

    internal void Issue(string scope, BlockRange range, string account)
    {
        _units.Add((scope, range, account, "ACTIVE", ""));
        State();
    }

    internal void Script(ChannelFault fault) => _faults.Enqueue(fault);

    /// <summary>Takes every instruction that lies there whole, answers it, and states its units anew.</summary>
    internal void Work()
    {
        foreach (var file in Directory.GetFiles(Instructions, "instruction-*.csv"))
        {
            var (bytes, line) = (File.ReadAllBytes(file), File.ReadAllText(file + ".sha256"));
            Assert.Equal($"{Hex(bytes)}  {Path.GetFileName(file)}\n", line);
            var (header, cells) = Rows(Encoding.UTF8.GetString(bytes));
            var row = header.Zip(cells).ToDictionary(p => p.First, p => p.Second);
            File.Delete(file);
            File.Delete(file + ".sha256");
            Taken++;
            Do(row, Path.GetFileName(file).Replace("instruction-", "answer-", StringComparison.Ordinal), _faults.TryDequeue(out var fault) ? fault : null);
        }

        State();
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    private void Do(Dictionary<string, string> row, string answer, ChannelFault? fault)
    {
        var (key, range) = (row["reference"], new BlockRange(BlockNumber.Parse(row["start"]), BlockNumber.Parse(row["end"])));
        switch (fault)
        {
            case ChannelFault.Maintenance:
                return;
            case ChannelFault.Pending:
                Answer(answer, key, "PENDING", "", []);
                return;
            case ChannelFault.ErrorInOk:
                Answer(answer, key, "REJECTED", "not-permitted", []);
                return;
            case ChannelFault.UnexplainedErrorInOk:
                Act(row, range);
                Answer(answer, key, "REJECTED", "E-4711", []);
                return;
            case ChannelFault.OkWithRemark or ChannelFault.OkWithRemarkAfterActing:
                _ = fault == ChannelFault.OkWithRemarkAfterActing && Act(row, range);
                Answer(answer, key, "COMPLETED", "", [], message: "one of the units stays");
                return;
            case ChannelFault.OtherAnswer:
                Answer(answer, "another", "COMPLETED", "", []);
                return;
            case ChannelFault.HalfDone or ChannelFault.HalfDoneAndDropped:
                var half = range.Split(range.Start + new BlockNumber(0, range.Count.ToUInt64() / 2)).First;
                Act(row, half);
                if (fault == ChannelFault.HalfDone)
                {
                    Answer(answer, key, "PARTIAL", "half", [half]);
                }

                return;
        }

        var isDone = Act(row, range);
        Answer(answer, key, isDone ? "COMPLETED" : "REJECTED", isDone ? "" : "units-elsewhere", isDone ? [range] : [], isTorn: fault == ChannelFault.Truncated);
    }

    private bool Act(Dictionary<string, string> row, BlockRange range)
    {
        var at = _units.FindIndex(u => u.Scope == row["scope"] && u.Range.Contains(range) && u.Account == row["from"] && u.State == "ACTIVE");
        if (at < 0)
        {
            return false;
        }

        var before = _units[at];
        _units.RemoveAt(at);
        var rest = before.Range.Subtract(range);
        _units.AddRange(new[] { rest.Before, rest.After }.Where(r => r is not null).Select(r => before with { Range = r!.Value }));
        _units.Add((before.Scope, range, row["instruction"] == "TRANSFER" ? row["to"] : before.Account, row["instruction"] switch { "TRANSFER" => "ACTIVE", "RETIRE" => "RETIRED", _ => "CANCELLED" }, row["reference"]));
        Effects.Add((row["reference"], range));
        return true;
    }

    private void Answer(string name, string key, string status, string code, BlockRange[] done, bool isTorn = false, string message = "")
    {
        _now = _now.AddSeconds(1);
        var rows = done.Length == 0 ? [$"{key},{status},{code},{message},R-1,,,{Time()}"] : done.Select(d => $"{key},{status},{code},{message},R-1,{d.Start},{d.End},{Time()}");
        Put(name, "reference,status,code,message,id,start,end,time\r\n" + string.Join("\r\n", rows) + "\r\n", isTorn);
    }

    /// <summary>States every unit, as of a second later than before.</summary>
    internal void State()
    {
        _now = _now.AddSeconds(1);
        var rows = _units.Select(u => $"{u.Scope},{u.Range.Start},{u.Range.End},{u.Account},{u.State},{u.Reference},").ToList();
        var total = $"#total,{rows.Count},{_units.Sum(u => u.Range.Count.ToDecimal()).ToString(CultureInfo.InvariantCulture)},,,,";
        if (OfStatement == ChannelFault.Clamped)
        {
            rows.RemoveAt(0);
        }

        var text = OfStatement == ChannelFault.Html ? "<!doctype html><html></html>" : OfStatement == ChannelFault.Huge ? new string('x', 2 << 20)
            : "scope,start,end,account,state,reference,serial\r\n" + string.Join("\r\n", rows.Append(total)) + "\r\n";
        Put($"statement-{_now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture)}.csv", text, OfStatement == ChannelFault.Truncated);
        OfStatement = null;
    }

    internal void Put(string name, string text, bool isTorn = false) => Put(name, Encoding.UTF8.GetBytes(text), isTorn);

    internal void Put(string name, byte[] bytes, bool isTorn = false)
    {
        File.WriteAllText(Path.Combine(Answers, name + ".sha256"), $"{Hex(bytes)}  {name}\n");
        File.WriteAllBytes(Path.Combine(Answers, name), isTorn ? bytes[..(bytes.Length / 2)] : bytes);
    }

    private string Time() => _now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed class At(Func<DateTimeOffset> now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now();
    }

    // Quoted cells have doubled quotes; enough for what instructions hold.
    private static (List<string> Header, List<string> Cells) Rows(string text)
    {
        var (rows, cell, row, isQuoted) = (new List<List<string>>(), new StringBuilder(), new List<string>(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '"')
            {
                isQuoted = !isQuoted;
                if (isQuoted && i > 0 && text[i - 1] == '"')
                {
                    cell.Append('"');
                }
            }
            else if (!isQuoted && c is ',' or '\n' && !isQuoted)
            {
                row.Add(cell.ToString().TrimEnd('\r'));
                cell.Clear();
                if (c == '\n')
                {
                    rows.Add(row);
                    row = [];
                }
            }
            else
            {
                cell.Append(c);
            }
        }

        Assert.Equal(2, rows.Count);
        return (rows[0], rows[1]);
    }
}
