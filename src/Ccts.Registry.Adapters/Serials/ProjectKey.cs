namespace Ccts.Registry.Adapters.Serials;

/// <summary>A project the way serials and exports both can be brought to: CAR1316 and 1316, ACR0234 and 234 are the same.</summary>
internal static class ProjectKey
{
    internal static string Of(string registry, string project)
    {
        var letters = 0;
        while (letters < project.Length && char.IsLetter(project[letters]))
        {
            letters++;
        }

        var rest = project.Substring(letters);
        var isPlain = rest.Length > 0 && rest.TrimStart('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Length == 0;

        // ARB's letters tell the kind of project, and numbers repeat across kinds.
        return registry + ":" + (isPlain && registry != "arb" ? rest.TrimStart('0') : project);
    }
}
