using System;
using Ccts.Sdk.Problems;

namespace Ccts.Cli.Output;

/// <summary>Runs a command's work and answers bad input in the form that was asked for.</summary>
internal static class Outcome
{
    internal static int Of(bool json, Func<int> work)
    {
        try
        {
            return work();
        }
        catch (CctsDataException bad)
        {
            if (json)
            {
                JsonOutput.Write(JsonOutput.Problems(bad.Problems));
            }
            else
            {
                Terminal.Problems(bad.Problems);
            }

            return ExitCode.BadInput;
        }
    }
}
