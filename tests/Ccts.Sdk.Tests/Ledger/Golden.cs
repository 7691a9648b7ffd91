using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace Ccts.Sdk.Tests.Ledger;

/// <summary>Files kept from earlier versions beside these tests.</summary>
internal static class Golden
{
    internal static List<string> Lines(string name) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Ledger", "Golden", name)).ToList();
}
