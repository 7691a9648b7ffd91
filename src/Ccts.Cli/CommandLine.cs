using System;
using System.CommandLine;
using System.Linq;
using Ccts.Cli.Input;
using Ccts.Cli.Output;
using Ccts.Sdk.Problems;

namespace Ccts.Cli;

/// <summary>Runs a command and turns its ending into the tool's exit codes.</summary>
internal static class CommandLine
{
    internal static int Run(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0 || Usage.Misspelt(parsed).Any())
        {
            Usage.Explain(parsed);
            return ExitCode.BadInput;
        }

        PostgresLedger.Given = parsed.GetValue(PostgresLedger.Connection);
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
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
}
