using NodaTime;

namespace Ccts.Sdk.Law;

/// <summary>Something that is due in a compliance year.</summary>
/// <param name="Event">What is due, e.g. <c>Verified GHG report + Form A + Form B</c>.</param>
/// <param name="Rule">The rule in words, e.g. <c>within 4 months of compliance year end</c>.</param>
/// <param name="Form">The form, or null.</param>
/// <param name="Due">The date, or null if it depends on an event that the ruleset cannot know.</param>
/// <param name="Standing">Source, force and evidence.</param>
public sealed record Deadline(string Event, string Rule, string? Form, LocalDate? Due, Standing Standing);
