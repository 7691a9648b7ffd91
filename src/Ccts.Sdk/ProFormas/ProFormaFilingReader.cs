using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ccts.Sdk.Entities;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Monitoring;
using Ccts.Sdk.Problems;
using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.ProFormas;

/// <summary>Reads a plant's filing strictly: every problem at once, each with line, column and pointer.</summary>
/// <remarks>Thread-safe. The format is described in docs/pro-formas.md and schemas/proforma-filing.schema.json.</remarks>
public static class ProFormaFilingReader
{
    /// <summary>The format's name and version.</summary>
    public const string Format = "ccts-proforma-filing/1";

    /// <summary>Reads a filing; false with every problem when it has an error.</summary>
    /// <param name="utf8">The filing, UTF-8 JSON.</param>
    /// <param name="file">A name for messages, or null.</param>
    /// <param name="form">The form it is of.</param>
    /// <param name="filing">The filing, or null.</param>
    /// <param name="problems">Every problem, in reading order.</param>
    public static bool TryRead(byte[] utf8, string? file, ProForma form, [NotNullWhen(true)] out ProFormaFiling? filing, out IReadOnlyList<Problem> problems)
    {
        Require.NotNull(form);
        var found = new ProblemList();
        var root = LocatedJson.Read(Require.NotNull(utf8), file, found);
        filing = root is null ? null : Read(new ObjectReader(root, found), form, found);
        problems = found.ToList();
        filing = found.HasErrors ? null : filing;
        return filing is not null;
    }

    /// <summary>Reads a filing.</summary>
    /// <exception cref="CctsDataException">It has errors, all of them listed.</exception>
    public static ProFormaFiling Read(byte[] utf8, string? file, ProForma form) =>
        TryRead(utf8, file, form, out var filing, out var problems) ? filing : throw new CctsDataException(problems);

    /// <summary>The form id and the year that a filing names, as far as they can be read. Nothing is validated yet.</summary>
    /// <param name="utf8">The filing, UTF-8 JSON.</param>
    public static (string? Form, ComplianceYear? Year) Peek(byte[] utf8)
    {
        var root = LocatedJson.Read(Require.NotNull(utf8), file: null, new ProblemList());
        var year = root?.Member("complianceYear")?.Value is { } text && ComplianceYear.TryParse(text, out var read, out _) ? read : (ComplianceYear?)null;
        return (root?.Member("proForma")?.Value, year);
    }

    private static ProFormaFiling? Read(ObjectReader file, ProForma form, ProblemList problems)
    {
        file.OptionalText("$schema");
        CheckFormat(file, problems);
        CheckForm(file, form, problems);
        var builder = new ProFormaFilingBuilder(form, problems) { Place = file.Node.Place, Name = file.Text("name") ?? "" };
        builder.Illustrative = file.OptionalText("illustrative");
        builder.WhyUnusual = file.OptionalText("whyUnusual");
        file.OptionalText("source");
        file.Optional("notes");
        builder.Year = file.OptionalValue<ComplianceYear>("complianceYear", ComplianceYear.TryParse);
        builder.TargetRow = file.OptionalText("targetRow");
        builder.OwnTarget = file.OptionalObject("ownTarget") is { } own ? Own(own) : null;
        builder.Entity = file.OptionalObject("entity") is { } who ? Entity(who, form) : null;
        var lines = new FilingLines(form, builder, problems);
        var general = file.Object("general");
        if (general is not null)
        {
            lines.Choices(general);
        }

        var years = general?.Node.Member(form.YearsChoice)?.Value is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        lines.Inputs(file.List("inputs"), years);
        lines.Expected(file.OptionalObject("outputs_as_intended"), asPrinted: false);
        lines.Expected(file.OptionalObject("outputs_as_printed_by_the_workbook"), asPrinted: true);
        file.OptionalList("differs");
        file.Done();
        return problems.HasErrors ? null : builder.TryBuild(out var filing, out _) ? filing : null;
    }

    private static void CheckFormat(ObjectReader file, ProblemList problems)
    {
        if (file.OptionalText("format") is { } format && format != Format)
        {
            problems.Error("unsupported-format", file.Node.Member("format")!.Place, $"The filing is written in the format \"{ShownText.Short(format)}\".", $"\"{Format}\"");
        }
    }

    private static void CheckForm(ObjectReader file, ProForma form, ProblemList problems)
    {
        if (file.OptionalText("proForma") is { } id && id != form.Id)
        {
            problems.Error("another-pro-forma", file.Node.Member("proForma")!.Place, $"The filing is of the pro-forma \"{ShownText.Short(id)}\".", $"\"{form.Id}\"");
        }
    }

    private static OwnTarget Own(ObjectReader own)
    {
        var stated = new OwnTarget(own.OptionalValue<EmissionIntensity>("target", EmissionIntensity.TryParse), own.OptionalValue<EmissionIntensity>("baseline", EmissionIntensity.TryParse), own.OptionalText("source"));
        own.Done();
        return stated;
    }

    private static ObligatedEntity? Entity(ObjectReader who, ProForma form)
    {
        var registration = who.OptionalValue<RegistrationNumber>("registration", RegistrationNumber.TryParse);
        var (name, state) = (who.Text("name"), who.OptionalText("state"));
        who.Done();
        return name is null ? null : new ObligatedEntity(registration, name, form.Sector, State: state);
    }
}
