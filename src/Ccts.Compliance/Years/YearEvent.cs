using NodaTime;

namespace Ccts.Compliance.Years;

/// <summary>Who acts.</summary>
/// <param name="Role">In which role.</param>
/// <param name="Person">The person, by a name or number that stands for nobody else.</param>
/// <param name="Organisation">For whom the person acts, likewise.</param>
public sealed record YearActor(YearRole Role, string Person, string Organisation);

/// <summary>An event in a compliance year, or one that is requested.</summary>
/// <param name="On">The day in India.</param>
/// <param name="Move">What happened.</param>
/// <param name="Actor">Who did it.</param>
/// <param name="Document">The digest of the document that goes with it, <c>sha256:…</c>, or null.</param>
/// <param name="Note">A remark, or null.</param>
public sealed record YearEvent(LocalDate On, YearMove Move, YearActor Actor, string? Document = null, string? Note = null);

/// <summary>Why a move was refused.</summary>
/// <param name="Code">Stable code: <c>wrong-stage</c>, <c>wrong-role</c>, <c>same-person</c>, <c>person-unclear</c>, <c>same-organisation</c>, <c>organisation-unclear</c>, <c>other-agency</c>, <c>before-last-event</c>, <c>name-missing</c>, <c>cure-lapsed</c>, <c>cure-running</c>, <c>not-late</c>, <c>day-unknown</c>, <c>window-closed</c>, <c>year-running</c>, <c>before-year</c>, <c>far-day</c>, <c>reply-running</c>, <c>form-d-running</c>, <c>trading-running</c>, <c>control-character</c>; with a register of agencies <c>not-accredited</c>, <c>accreditation-not-valid</c>, <c>sector-not-in-scope</c>, <c>own-work</c>, <c>agency-unclear</c>, <c>entity-unclear</c>, <c>register-mismatch</c>.</param>
/// <param name="Message">Why, and what would be allowed.</param>
/// <param name="Clause">The clause it rests on, or null.</param>
public sealed record YearRefusal(string Code, string Message, string? Clause = null);
