using System.Collections.Generic;
using Ccts.Credits.Attributes;
using Ccts.Credits.Journals;
using Ccts.Credits.Offsets.Moves;
using Ccts.Credits.Projects;
using Ccts.Sdk.Ledger.Blocks;
using Ccts.Sdk.Ledger;
using NodaTime;

namespace Ccts.Credits.Offsets;

/// <summary>An event of a project, past or requested. Its members depend on the move: <see cref="Needed"/> and <see cref="Allowed"/>.</summary>
/// <remarks>Immutable and thread-safe. Two are equal only when they hold the very same lists.</remarks>
public sealed record OffsetEvent
{
    private const string RoleMember = "role", PersonMember = "person", OrganisationMember = "organisation", ProjectMember = "project";

    /// <summary>The idempotency key: a key names one event for good.</summary>
    public required string Key { get; init; }

    /// <summary>When. Its day is that of India.</summary>
    public required Instant At { get; init; }

    /// <summary>What happened.</summary>
    public required OffsetMove Move { get; init; }

    /// <summary>Who did it.</summary>
    public required OffsetActor Actor { get; init; }

    /// <summary>The project's id.</summary>
    public required string Project { get; init; }

    /// <summary>The project as it is described.</summary>
    public CarbonProject? Description { get; init; }

    /// <summary>What its credits stand for.</summary>
    public CreditType? CreditType { get; init; }

    /// <summary>The first day of the crediting period granted, or of the period that a report covers.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day. Null in a crediting period for the longest that the procedure knows; where that is unknown too, nothing can be monitored.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The monitoring report's id.</summary>
    public string? Report { get; init; }

    /// <summary>Tonnes claimed, verified or reversed; 0 or more.</summary>
    public long? Tonnes { get; init; }

    /// <summary>The units issued, retired or cancelled.</summary>
    public IReadOnlyList<SerialBlock> Units { get; init; } = [];

    /// <summary>The units issued into the buffer, or cancelled from it for a reversal.</summary>
    public IReadOnlyList<SerialBlock> Buffer { get; init; } = [];

    /// <summary>The digest of the accompanying document, or null.</summary>
    public Digest? Document { get; init; }

    /// <summary>A remark: the reason, or for whom units were retired.</summary>
    public string? Note { get; init; }

    /// <summary>The day in India.</summary>
    public LocalDate Day => DayOf(At);

    /// <summary>The members that a move needs, by the names of the journal.</summary>
    public static IReadOnlyList<string> Needed(OffsetMove move) => OffsetParts.Needed(move);

    /// <summary>The further members that a move may have; every move may have a document and a note.</summary>
    public static IReadOnlyList<string> Allowed(OffsetMove move) => OffsetParts.Allowed(move);

    internal static LocalDate DayOf(Instant at) => at.WithOffset(LedgerPolicy.Bare.CivilTime).Date;

    internal JournalRecord ToRecord()
    {
        var record = new JournalRecord(Move.Word, Key, At)
            .With(RoleMember, Actor.Role.Word).With(PersonMember, Actor.Person).With(OrganisationMember, Actor.Organisation).With(ProjectMember, Project)
            .With(OffsetParts.CreditType, CreditWords.Word(CreditType)).With(OffsetParts.From, From).With(OffsetParts.Until, Until).With(OffsetParts.Report, Report)
            .With(OffsetParts.Tonnes, Tonnes).With(OffsetParts.Document, Document?.Text).With(OffsetParts.Note, Note);
        record = Description is null ? record : record.With(OffsetParts.Description, CarbonProjectJson.Write(Description));
        record = Units.Count == 0 ? record : record.With(OffsetParts.Units, Units);
        return Buffer.Count == 0 ? record : record.With(OffsetParts.Buffer, Buffer);
    }

    internal static OffsetEvent Of(JournalRecord record) => new()
    {
        Key = record.Key, At = record.At, Move = new OffsetMove(record.What),
        Actor = new OffsetActor(new OffsetRole(record.Text(RoleMember)), record.Text(PersonMember), record.Text(OrganisationMember)),
        Project = record.Text(ProjectMember), Description = record.FindObject(OffsetParts.Description) is { } description ? CarbonProjectJson.Read(description) : null,
        CreditType = CreditWords.TypeOf(record.Find(OffsetParts.CreditType)), From = record.FindDay(OffsetParts.From), Until = record.FindDay(OffsetParts.Until),
        Report = record.Find(OffsetParts.Report), Tonnes = record.Find(OffsetParts.Tonnes) is null ? null : record.Whole(OffsetParts.Tonnes),
        Units = record.Has(OffsetParts.Units) ? record.Blocks(OffsetParts.Units) : [], Buffer = record.Has(OffsetParts.Buffer) ? record.Blocks(OffsetParts.Buffer) : [],
        Document = record.Find(OffsetParts.Document) is { } text ? OffsetParts.DigestOf(text) : null, Note = record.Find(OffsetParts.Note),
    };
}
