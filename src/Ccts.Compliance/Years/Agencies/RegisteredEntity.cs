using Ccts.Sdk.Entities;

namespace Ccts.Compliance.Years.Agencies;

/// <summary>An entity as a register or a journal names it: by its registration number, its name, or both.</summary>
internal readonly record struct RegisteredEntity(string? Number, string? Name)
{
    internal static RegisteredEntity Of(string text) => IsNumber(text) ? new(text, null) : new(null, text);

    internal static RegisteredEntity Of(Engagement engagement) =>
        engagement.Registration is { } number ? new(number.Text, engagement.Entity) : Of(engagement.Entity);

    /// <summary>Whether both are one entity: numbers decide where both have one, since plants of a company share its name, then names; null where one has a name alone and the other a number alone.</summary>
    internal bool? Is(RegisteredEntity other) =>
        Number is { } a && other.Number is { } b ? PlainName.Same(a, b)
        : Name is { } c && other.Name is { } d ? OrganisationName.Same(c, d)
        : null;

    private static bool IsNumber(string text) => RegistrationNumber.TryParse(PlainName.Of(text).ToUpperInvariant(), out _, out _);
}
