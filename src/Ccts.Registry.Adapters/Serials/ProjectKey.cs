namespace Ccts.Registry.Adapters.Serials;

/// <summary>A project in a form that serials, exports and reports share: CAR1316, CAR-1316 and 1316 are the same, as are ACR0234 and 234.</summary>
internal static class ProjectKey
{
    private static readonly char[] s_signs = [' ', '\u00A0', '-', '_', '.', ':', '#'];

    internal static string Of(string registry, string project)
    {
        project = project.Trim();
        var letters = 0;
        while (letters < project.Length && char.IsLetter(project[letters]))
        {
            letters++;
        }

        var rest = project.Substring(letters).TrimStart(s_signs);
        var isPlain = rest.Length > 0 && rest.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length == 0;

        // ARB's letters give the kind of project, and numbers repeat across kinds.
        return registry + ":" + (isPlain && registry != "arb" ? rest.TrimStart('0') : project);
    }
}
