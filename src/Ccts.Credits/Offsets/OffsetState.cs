using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Projects;
using Ccts.Sdk.Ledger.Blocks;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>Offset projects as the records make them.</summary>
internal sealed class OffsetState : IBookState
{
    private const ulong LongestBlock = 1_000_000_000_000;

    internal const string Register = "register", Status = "status", Monitor = "monitor", Verify = "verify", Issue = "issue", Reverse = "reverse", End = "end";

    private readonly Dictionary<string, Life> _projects = new(StringComparer.Ordinal);
    private readonly List<string> _inOrder = [];
    private readonly Dictionary<(string Registry, string Scope), BlockSet> _issued = [];

    internal IEnumerable<Life> Projects => _inOrder.Select(id => _projects[id]);

    internal Life? Find(string project) => _projects.TryGetValue(project, out var life) ? life : null;

    public BookRefusal? Check(JournalRecord record)
    {
        var id = record.Text("project");
        var life = Find(id);
        return record.What == Register
            ? life is not null ? new("project-known", $"The project \"{id}\" is registered already.")
                : record.FindDay("until") < record.FindDay("from") ? new("crediting-period", "The crediting period ends before it begins.") : null
            : life is null ? new("project-unknown", $"The project \"{id}\" is not registered.")
            : record.What switch
            {
                Status => CheckStatus(life, record),
                // What was issued can be reversed, retired or cancelled whatever became of the project.
                Reverse => CheckReversal(life, record),
                End => CheckEnd(life, record),
                _ when life.Status is ProjectStatus.Suspended or ProjectStatus.Cancelled or ProjectStatus.Completed => new("project-not-active", $"The project \"{id}\" is {life.Status.ToString().ToLowerInvariant()}."),
                Monitor => CheckMonitoring(life, record),
                Verify => CheckVerification(life, record),
                Issue => CheckIssue(life, record),
                _ => new("unknown-record", $"There is no record \"{record.What}\"."),
            };
    }

    public void Apply(JournalRecord record)
    {
        var id = record.Text("project");
        switch (record.What)
        {
            case Register:
                _projects.Add(id, new Life(id, record.Text("methodology"), CreditWords.TypeOf(record.Text("creditType"))!.Value, record.FindDay("from")!.Value, record.FindDay("until")));
                _inOrder.Add(id);
                break;
            case Status:
                _projects[id].Status = StatusOf(record.Text("status"));
                break;
            case Monitor:
                _projects[id].Reports.Add(new Report(record.Text("report"), record.FindDay("from")!.Value, record.FindDay("until")!.Value, record.Whole("tonnes")));
                break;
            case Verify:
                _projects[id].Report(record.Text("report"))!.Verified = record.Whole("tonnes");
                break;
            case Issue:
                var report = _projects[id].Report(record.Text("report"))!;
                var (free, buffer) = (record.Blocks("units"), record.Blocks("buffer"));
                report.Issued += Tonnes(free) + Tonnes(buffer);
                foreach (var block in free.Concat(buffer))
                {
                    _issued[(block.Registry, block.Scope)] = Issued(block).Union(BlockSet.Of(block.Range));
                }

                _projects[id].Free.AddRange(free);
                _projects[id].Buffer.AddRange(buffer);
                break;
            case Reverse:
                _projects[id].Buffer = Without(_projects[id].Buffer, record.Blocks("units"));
                _projects[id].Reversed += record.Whole("tonnes");
                _projects[id].MadeGood += Tonnes(record.Blocks("units"));
                break;
            default:
                _projects[id].Free = Without(_projects[id].Free, record.Blocks("units"));
                _projects[id].Ended += Tonnes(record.Blocks("units"));
                break;
        }
    }

    /// <summary>Why the buffer of an issuance is smaller than a share of it; null where it is not, or no share is known, or the blocks are ill-formed.</summary>
    internal static BookRefusal? BufferFault(IReadOnlyList<SerialBlock> units, IReadOnlyList<SerialBlock> buffer, decimal? share) =>
        share is { } part && !HasOverlap([.. units, .. buffer]) && Tonnes(buffer) < part * (Tonnes(units) + Tonnes(buffer))
            ? new("buffer-too-small", $"{Tonnes(buffer)} of {Tonnes(units) + Tonnes(buffer)} tonnes go into the buffer, and at least {part} of them must.") : null;

    internal static ProjectStatus StatusOf(string word) => Enum.TryParse<ProjectStatus>(word, out var status) && status.ToString() == word ? status : throw new FormatException($"\"{word}\" is no status of a project.");

    internal static long Tonnes(IEnumerable<SerialBlock> blocks) => blocks.Sum(b => checked((long)b.Count.ToUInt64()));

    private BlockSet Issued(SerialBlock block) => _issued.TryGetValue((block.Registry, block.Scope), out var issued) ? issued : BlockSet.Empty;

    private static BookRefusal? CheckStatus(Life life, JournalRecord record)
    {
        var to = StatusOf(record.Text("status"));
        var isAllowed = (life.Status, to) switch
        {
            (ProjectStatus.Cancelled or ProjectStatus.Completed, _) => false,
            (_, ProjectStatus.Cancelled) => true,
            (ProjectStatus.Suspended, ProjectStatus.Operational) => true,
            (ProjectStatus.Suspended, _) => false,
            (_, ProjectStatus.Suspended) => true,
            _ => to > life.Status,
        };
        return isAllowed ? null : new("project-status", $"A project that is {life.Status.ToString().ToLowerInvariant()} does not become {to.ToString().ToLowerInvariant()}.");
    }

    private static BookRefusal? CheckMonitoring(Life life, JournalRecord record)
    {
        var (from, until, tonnes) = (record.FindDay("from")!.Value, record.FindDay("until")!.Value, record.Whole("tonnes"));
        return life.Report(record.Text("report")) is not null ? new("report-known", $"There is a report \"{record.Text("report")}\" already.")
            : until < from || tonnes < 0 ? new("report-fault", "A report is of a period, and of 0 tonnes or more.")
            : from < life.From || (life.Until is { } last && until > last) ? new("outside-crediting-period", $"The crediting period is from {life.From:uuuu-MM-dd} to {life.Until?.ToString("uuuu-MM-dd", null) ?? "a day that is not known"}.")
            : life.Until is null ? new("crediting-period-unknown", "Nobody has said when the crediting period ends, so nobody can say whether the report lies within it.")
            : life.Reports.Find(r => r.From <= until && from <= r.Until) is { } other ? new("period-reported", $"The report \"{other.Id}\" is of {other.From:uuuu-MM-dd} to {other.Until:uuuu-MM-dd}: a day is monitored once.") : null;
    }

    private static BookRefusal? CheckVerification(Life life, JournalRecord record) =>
        life.Report(record.Text("report")) is not { } report ? new("report-unknown", $"There is no report \"{record.Text("report")}\".")
        : report.Verified is not null ? new("verified-already", $"{report.Verified} tonnes of the report are verified already.")
        : record.Whole("tonnes") < 0 || record.Whole("tonnes") > report.Claimed ? new("beyond-report", $"{record.Whole("tonnes")} tonnes are verified of {report.Claimed} that the report claims.")
        : !Digest.TryParse(record.Text("digest"), out _) ? new("no-digest", "The verification report is named by its SHA-256 digest.") : null;

    private BookRefusal? CheckIssue(Life life, JournalRecord record)
    {
        var blocks = record.Blocks("units").Concat(record.Blocks("buffer")).ToList();
        var report = life.Report(record.Text("report"));
        var twice = blocks.Select(b => Issued(b).Intersect(BlockSet.Of(b.Range))).FirstOrDefault(t => !t.IsEmpty);
        return report is null ? new("report-unknown", $"There is no report \"{record.Text("report")}\".")
            : report.Verified is not { } verified ? new("not-verified", $"The report \"{report.Id}\" is not verified.")
            : blocks.Count == 0 || HasOverlap(blocks) ? new("malformed", "An issuance names units, each once.")
            : twice is not null ? new("issued-already", $"The numbers {twice} were issued before: a tonne would exist twice.")
            : report.Issued + Tonnes(blocks) > verified ? new("beyond-verified", $"{Tonnes(blocks)} are to be issued and {report.Issued} were, of {verified} verified tonnes.") : null;
    }

    private static BookRefusal? CheckReversal(Life life, JournalRecord record)
    {
        var (tonnes, buffer) = (record.Whole("tonnes"), record.Blocks("units"));
        return tonnes <= 0 || HasOverlap(buffer) ? new("malformed", "A reversal is of tonnes, and names each unit of the buffer once.")
            : life.Reversed + tonnes > life.Reports.Sum(r => r.Issued) ? new("beyond-issued", "More is reversed than was issued.")
            : !Has(life.Buffer, buffer) ? new("not-in-buffer", "A unit named is not in the project's buffer.")
            : Tonnes(buffer) > tonnes ? new("beyond-reversal", "More of the buffer is cancelled than was reversed.") : null;
    }

    private static BookRefusal? CheckEnd(Life life, JournalRecord record)
    {
        var units = record.Blocks("units");
        return units.Count == 0 || HasOverlap(units) ? new("malformed", "Units are named, each once.") : !Has(life.Free, units) ? new("not-issued", "A unit named was not issued to the project, or has ended already.") : null;
    }

    // A block longer than can be summed counts as ill-formed too.
    private static bool HasOverlap(IReadOnlyList<SerialBlock> blocks) => blocks.Any(b => !b.Range.TryGetCount(out var count) || count > LongestBlock) || blocks.Where((b, i) => blocks.Take(i).Any(o => o.Overlaps(b))).Any();

    private static bool Has(IEnumerable<SerialBlock> blocks, IEnumerable<SerialBlock> wanted) => wanted.All(w => BlockSet.FromRanges(blocks.Where(b => b.SharesScopeWith(w)).Select(b => b.Range)).Contains(w.Range));

    private static List<SerialBlock> Without(IEnumerable<SerialBlock> blocks, IReadOnlyList<SerialBlock> taken) => blocks
        .SelectMany(b => BlockSet.Of(b.Range).Subtract(BlockSet.FromRanges(taken.Where(t => t.SharesScopeWith(b)).Select(t => t.Range))).Ranges.Select(b.With)).ToList();

    /// <summary>What became of a project so far.</summary>
    internal sealed class Life(string id, string methodology, CreditType type, LocalDate from, LocalDate? until)
    {
        internal string Id => id;

        internal string Methodology => methodology;

        internal CreditType Type => type;

        internal LocalDate From => from;

        internal LocalDate? Until => until;

        internal ProjectStatus Status { get; set; }

        internal List<Report> Reports { get; } = [];

        internal List<SerialBlock> Free { get; set; } = [];

        internal List<SerialBlock> Buffer { get; set; } = [];

        internal long Reversed { get; set; }

        internal long MadeGood { get; set; }

        internal long Ended { get; set; }

        internal Report? Report(string name) => Reports.Find(r => r.Id == name);
    }

    /// <summary>A monitoring report.</summary>
    internal sealed class Report(string id, LocalDate from, LocalDate until, long claimed)
    {
        internal string Id => id;

        internal LocalDate From => from;

        internal LocalDate Until => until;

        internal long Claimed => claimed;

        internal long? Verified { get; set; }

        internal long Issued { get; set; }
    }
}
