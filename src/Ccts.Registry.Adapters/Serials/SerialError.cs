namespace Ccts.Registry.Adapters.Serials;

/// <summary>Why a text is not a serial, and where it goes wrong.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
/// <param name="Code">Stable code: <c>empty</c>, <c>too-long</c>, <c>not-recognised</c>, <c>truncated</c>, <c>separator</c>, <c>field</c>, <c>date</c>,
/// <c>range-order</c>, <c>number-too-large</c>, <c>repeat-differs</c> or <c>trailing-text</c>.</param>
/// <param name="Position">Index of the first character that does not fit, from 0; the text's length when it ends too early.</param>
/// <param name="Message">One sentence: grammar, field, expected and actual text.</param>
/// <param name="Grammar">The grammar that came closest, or null when none came near.</param>
/// <param name="Field">The field that fails, or null when it is a separator or the whole text.</param>
public sealed record SerialError(string Code, int Position, string Message, string? Grammar = null, string? Field = null);
