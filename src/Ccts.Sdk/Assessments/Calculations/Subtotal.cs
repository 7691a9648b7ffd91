using System.Collections.Generic;

namespace Ccts.Sdk.Assessments.Calculations;

/// <summary>Adds up streams and, if steps are kept, remembers which step made each part, so that every printed sum can be traced.</summary>
internal struct Subtotal(Workings workings)
{
    private List<Operand>? _parts;

    internal decimal Tonnes { get; private set; }

    /// <summary>Adds a stream's tonnes; call right after the stream's own steps.</summary>
    internal void Add(string stream, decimal tonnes)
    {
        Tonnes += tonnes;
        if (workings.Steps is { } steps)
        {
            var made = steps.Count > 0 && steps[steps.Count - 1].Result == tonnes ? steps.Count : 0;
            (_parts ??= []).Add(new Operand(OperandRole.Plus, stream, tonnes, "t", made));
        }
    }

    /// <summary>Records the sum as a step and returns it as an operand of the next; without parts it is zero.</summary>
    internal readonly Operand Noted(string title, OperandRole role = OperandRole.Plus, string subject = "report") =>
        new(role, title, Tonnes, "t", _parts is null ? 0 : workings.Note(subject, title, [.. _parts], Tonnes, "t"));
}
