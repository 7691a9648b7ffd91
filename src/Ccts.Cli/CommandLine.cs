using System;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;

namespace Ccts.Cli;

/// <summary>Runs a command and turns its result into an exit code of the tool.</summary>
internal static class CommandLine
{
    internal static int Run(RootCommand root, string[] args)
    {
        if (Parsed(root, args) is not { } parsed)
        {
            return ExitCode.BadInput;
        }

        PostgresLedger.Take(parsed);
        try
        {
            OutputFile.Check(parsed);
            if (AnswerFile.AskingForJson(parsed, args) is not { } asking)
            {
                return Invoke(parsed);
            }

            return Parsed(root, asking) is { } asked ? AnswerFile.Write(asked, prints: ReferenceEquals(asking, args), () => Invoke(asked)) : ExitCode.BadInput;
        }
        catch (CctsDataException bad)
        {
            foreach (var problem in bad.Problems)
            {
                Console.Error.WriteLine(Printable.Of(problem.ToString()));
            }

            return ExitCode.BadInput;
        }
        catch (Exception fault) when (fault is System.IO.IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine("A file or the output could not be read or written: " + fault.Message);
            return ExitCode.BadInput;
        }
        catch (ArgumentException refused) when (refused.ParamName == "path")
        {
            Console.Error.WriteLine("A path is empty or holds characters that no path can hold.");
            return ExitCode.BadInput;
        }
        catch (Exception fault)
        {
            Console.Error.WriteLine("Internal fault, please report it: " + fault);
            return ExitCode.InternalFault;
        }
    }

    private static ParseResult? Parsed(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0 && !Usage.Misspelt(parsed).Any())
        {
            return parsed;
        }

        Usage.Explain(parsed);
        return null;
    }

    private static int Invoke(ParseResult parsed) => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
