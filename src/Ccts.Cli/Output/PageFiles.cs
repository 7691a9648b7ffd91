using System.CommandLine;
using System.Text;

namespace Ccts.Cli.Output;

/// <summary>The options with which a command writes its account as a page: HTML, and the PDF that a browser prints from it.</summary>
internal sealed class PageFiles
{
    private readonly OutputFile _html = new("--html", "Write the account as one page to print and sign into this file.");
    private readonly OutputFile _pdf = new("--pdf", "Print that page into this PDF, by a browser that is installed (Chromium, Chrome or Edge).");
    private readonly Option<string?> _browser = new("--browser") { Description = "The browser that prints. Without it, $CHROMIUM or the first one found." };

    internal PageFiles(Command command)
    {
        command.Options.Add(_html);
        command.Options.Add(_pdf);
        command.Options.Add(_browser);
    }

    internal bool AreAsked(ParseResult parsed) => parsed.GetValue(_html) is not null || parsed.GetValue(_pdf) is not null;

    /// <exception cref="Sdk.Problems.CctsDataException">There is no browser, or it could not print.</exception>
    internal void Write(ParseResult parsed, System.Func<string> page)
    {
        if (!AreAsked(parsed))
        {
            return;
        }

        var html = page();
        if (parsed.GetValue(_html) is { } path)
        {
            OutputFile.Save(path, file => file.Write(Encoding.UTF8.GetBytes(html)));
        }

        if (parsed.GetValue(_pdf) is { } pdf)
        {
            BrowserPrint.ToPdf(html, pdf, parsed.GetValue(_browser));
        }
    }
}
