using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Runtime.CompilerServices;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Files kept from earlier versions beside these tests.</summary>
internal static class Golden
{
    internal static List<string> Lines(string name, [CallerFilePath] string here = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Golden", name)).ToList();
}
