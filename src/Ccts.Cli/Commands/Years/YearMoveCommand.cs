using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Compliance.Years.Agencies;
using Ccts.Compliance.Deadlines;
using Ccts.Compliance.Years;
using Ccts.Sdk.Formats.Json;
using Ccts.Sdk.Problems;
using NodaTime.Text;
using static Ccts.Cli.Input.BadOption;

namespace Ccts.Cli.Commands.Years;

/// <summary><c>ccts year move</c>: records one step, made by a person who may make it.</summary>
internal static class YearMoveCommand
{
    internal static Command Create()
    {
        var journal = YearCommand.Journal();
        var move = new Argument<string>("MOVE") { Description = "What happened, e.g. submit-report. \"ccts year show\" lists what can follow." };
        var role = new Option<string>("--role") { Description = "In which capacity: " + string.Join(", ", YearWords.Roles.Keys) + ".", Required = true };
        var person = new Option<string>("--person") { Description = "Who acts.", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "For whom.", Required = true };
        var document = new Option<string?>("--document") { Description = "The document that goes with it; its digest is kept." };
        var note = new Option<string?>("--note") { Description = "A remark." };
        var agencies = new Option<string?>("--agencies") { Description = "Accreditations of agencies (CSV or .xlsx: agency,number,sectors,from,until,source). With it, who verifies must be accredited on the day." };
        var engagements = new Option<string?>("--engagements") { Description = "Other work of agencies (CSV or .xlsx: agency,entity,work,from,until,source). Nobody verifies its own work." };
        var sector = new Option<string?>("--sector") { Description = "The entity's sector, which the accreditation has to cover." };
        var json = YearCommand.Json();
        var command = new Command("move", "Take a step of the year. Exit code 1 when it is refused; the journal then stays as it was.") { journal, move, role, person, organisation, document, note, agencies, engagements, sector, json };
        var options = new YearOptions(command);
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () =>
        {
            var actor = new YearActor(Word("--role", parsed.GetValue(role)!, YearWords.Roles), parsed.GetValue(person)!, parsed.GetValue(organisation)!);
            var digest = parsed.GetValue(document) is { } path ? DigestOf(path) : null;
            var next = new YearEvent(options.On(parsed), Word("MOVE", parsed.GetValue(move)!, YearWords.Moves), actor, digest, parsed.GetValue(note));
            var register = Register(parsed.GetValue(agencies), parsed.GetValue(engagements));
            var (after, no) = YearFile.Append(parsed.GetValue(journal)!, year => register is null ? next : next with { Actor = YearDecider.AsWritten(year, next.Actor, register) }, (year, asked) => YearDecider.Refusal(year, asked, options.Calendar(parsed, year.Year), register, parsed.GetValue(sector)));
            var late = no is not null ? null : options.Calendar(parsed, after.State.Year).DaysOf(after.State).FirstOrDefault(d => d.DoneBy == next.Move && d.On(next.On) == DueStatus.DoneLate);
            var isUnasked = no is null && register is null && actor.Role is (YearRole.Verifier or YearRole.TechnicalReviewer or YearRole.CheckVerifier);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["moved"] = no is null,
                    ["stage"] = YearWords.Of(after.State.Stage),
                    ["head"] = after.Head,
                    ["late"] = late is null ? null : new JsonObject { ["due"] = LocalDatePattern.Iso.Format(late.Due!.Value), ["ifLate"] = late.IfLate },
                    ["accreditationUnasked"] = isUnasked,
                    ["refusal"] = no is null ? null : new JsonObject { ["code"] = no.Code, ["message"] = no.Message, ["clause"] = no.Clause },
                });
            }
            else
            {
                Terminal.Say(no is null ? $"Now at {YearWords.Of(after.State.Stage)}." : $"Refused, {no.Code}: {no.Message}{(no.Clause is { } clause ? $" [{clause}]" : "")}");
                if (isUnasked)
                {
                    Terminal.Say($"Whether {actor.Organisation.Trim()} is accredited was not looked at (--agencies).");
                }

                if (late is not null)
                {
                    Terminal.Say($"Late: {late.Deadline.Event} was due on {LocalDatePattern.Iso.Format(late.Due!.Value)}.{(late.IfLate is { } means ? " " + means : "")}");
                }
            }

            return no is null ? ExitCode.Yes : ExitCode.No;
        }));
        return command;
    }

    private static string DigestOf(string path) => Inputs.Stored(path) is var bytes && Array.TrueForAll(bytes, b => char.IsWhiteSpace((char)b))
        ? throw new CctsDataException([new Problem("empty-file", Severity.Error, "The document is empty, and the journal would say that it was filed.", new SourcePlace(path, 0, 0, "")) { Expected = "the document that goes with the step" }])
        : Sha256.Of(bytes);

    private static AgencyRegister? Register(string? agencies, string? engagements) => agencies is null
        ? engagements is null ? null : throw Bad("--engagements is about agencies.", "--agencies too")
        : new AgencyRegister(AgencyRegisterReader.ReadAccreditations(Inputs.Table(agencies, LocatedJson.DefaultMaxBytes), Inputs.NameOf(agencies)), engagements is null ? [] : AgencyRegisterReader.ReadEngagements(Inputs.Table(engagements, LocatedJson.DefaultMaxBytes), Inputs.NameOf(engagements)));

    private static T Word<T>(string option, string text, IReadOnlyDictionary<string, T> words) =>
        words.TryGetValue(text, out var value) ? value : throw Bad($"{option} \"{text}\" is not known.", "one of " + string.Join(", ", words.Keys), Nearest.Hint(text, words.Keys));
}
