using System;
using System.CommandLine;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;
using Ccts.Cli.Output;
using Ccts.Credits.Article6;
using Ccts.Credits.Journals;
using NodaTime.Text;

namespace Ccts.Cli.Commands.Credits;

/// <summary><c>ccts letter show</c>: letters of authorization in a journal, with the balance of each. Exit code 2 when the journal is damaged.</summary>
internal static class LetterCommand
{
    internal static Command Create() => new("letter", "Keep and show Letters of Authorization for Article 6.") { Show(), LetterMoveCommand.Create() };

    private static Command Show()
    {
        var file = new Argument<string>("JOURNAL") { Description = "The journal of a book of Article 6." };
        var head = BookFile.Head();
        var json = new Option<bool>("--json") { Description = "Print the letters as JSON." };
        var command = new Command("show", "Show each letter: what it authorises, what was used, what is left; the journal is checked line by line.") { file, head, json };
        command.SetAction(parsed => Outcome.Of(parsed.GetValue(json), () => BookFile.Read(parsed.GetValue(file)!, lines =>
        {
            var book = new Article6Book(lines);
            var letters = book.Letters;
            var isWhole = BookFile.Follows(parsed.GetValue(head), book.Follows);
            if (parsed.GetValue(json))
            {
                JsonOutput.Write(new JsonObject
                {
                    ["ok"] = isWhole,
                    ["leftOut"] = BookFile.TornEnd(parsed.GetValue(file)!),
                    ["head"] = book.Head.ToString(),
                    ["letters"] = new JsonArray([.. letters.Select(l => (JsonNode)new JsonObject
                    {
                        ["id"] = l.Letter.Id, ["version"] = l.Letter.Version, ["date"] = LocalDatePattern.Iso.Format(l.Letter.Date), ["authority"] = l.Letter.Authority, ["cooperativeApproach"] = l.Letter.Approach,
                        ["from"] = LocalDatePattern.Iso.Format(l.Letter.From), ["until"] = LocalDatePattern.Iso.Format(l.Letter.Until), ["authorised"] = l.Letter.Tonnes, ["used"] = l.Used, ["left"] = l.Left,
                        ["revokedOn"] = l.RevokedOn is { } day ? LocalDatePattern.Iso.Format(day) : null,
                    })]),
                    ["actions"] = book.Actions.Count,
                });
            }
            else
            {
                var account = new Account(Terminal.Out);
                if (letters.Count > 0)
                {
                    account.Figures([["letter", "authorised", "used", "left", "until"], .. letters.Select(l => new[]
                    {
                        l.Letter.Id + (l.RevokedOn is null ? "" : " (revoked)"), Number(l.Letter.Tonnes), Number(l.Used), Number(l.Left), LocalDatePattern.Iso.Format(l.Letter.Until),
                    })]);
                }

                account.Sentence(string.Create(CultureInfo.InvariantCulture, $"{letters.Count} letters, {book.Actions.Count} actions. {BookFile.Sentence(isWhole, book.Head)}"));
                if (BookFile.TornEnd(parsed.GetValue(file)!) is { } torn)
                {
                    account.Sentence(torn);
                }
            }

            return isWhole ? ExitCode.Yes : ExitCode.No;
        })));
        return command;
    }

    internal static string Number(long tonnes) => tonnes.ToString("#,0", CultureInfo.InvariantCulture);
}
