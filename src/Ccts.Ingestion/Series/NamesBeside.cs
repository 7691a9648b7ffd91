using System;
using System.Collections.Generic;
using System.Linq;
using Ccts.Ingestion.Headers;
using Ccts.Ingestion.Mapping;
using Ccts.Ingestion.Rows;
using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Finds a series that takes rows of several materials, meters or scenarios without choosing: a gate register lists every lorry, a feeder register lists the incomer and its feeders.</summary>
internal sealed class NamesBeside
{
    private const int MostNames = 100;
    private const int FewNames = 12;
    private const int MostTold = 6;
    private readonly SourceMapping _source;
    private readonly Findings _findings;
    private readonly IReadOnlyList<string> _header;
    private readonly bool[] _chooses;
    private readonly Dictionary<(int Series, int At), Dictionary<string, (Reading First, int Rows, decimal Sum)>> _seen = [];
    private readonly List<int> _columns = [];
    private int _looked;

    internal NamesBeside(SourceMapping source, RowReader file, Findings findings)
    {
        (_source, _findings, _header) = (source, findings, file.Header);
        _chooses = [.. source.Series.Select(s => s.Where.Any(c => NameHeaders.AreOfDifferentThings(source.Columns[c.Column]) || HeaderWords.OfHeader(source.Columns[c.Column]).Any(w => NameHeaders.Materials.Contains(w, StringComparer.Ordinal) || NameHeaders.Meters.Contains(w, StringComparer.Ordinal))))];
    }

    internal void Take(RowReader row, int series, Reading reading)
    {
        for (; _looked < _header.Count; _looked++)
        {
            if (_source.Kind is not (SourceKind.Meter or SourceKind.Stock) && !_source.Columns.Contains(_header[_looked], StringComparer.Ordinal) && (NameHeaders.AreOfDifferentThings(_header[_looked]) || NameHeaders.AreOfSites(_header[_looked]) || NameHeaders.MayNameFuels(_header[_looked]) || (_source.Kind == SourceKind.Laboratory && NameHeaders.AreOfLaboratories(_header[_looked]))))
            {
                _columns.Add(_looked);
            }
        }

        if (_columns.Count == 0 || _chooses[series])
        {
            return;
        }

        foreach (var at in _columns)
        {
            var text = row.Beside(at);
            if (text.Length == 0 || (!text.Any(char.IsLetter) && !NameHeaders.AreOfSites(_header[at])))
            {
                continue;
            }

            var names = _seen.TryGetValue((series, at), out var seen) ? seen : _seen[(series, at)] = new(StringComparer.OrdinalIgnoreCase);
            if (names.TryGetValue(text, out var name))
            {
                names[text] = (name.First, name.Rows + 1, name.Sum + reading.Value);
            }
            else if (names.Count < MostNames)
            {
                names.Add(text, (reading, 1, reading.Value));
            }
        }
    }

    /// <summary>Tells what was found in the file, once a series.</summary>
    internal void Tell()
    {
        foreach (var series in _seen.Where(s => AreSeveral(_header[s.Key.At], s.Value)).GroupBy(s => s.Key.Series).OrderBy(g => g.Key))
        {
            var one = series.OrderBy(s => s.Key.At).First();
            var (of, at, names) = (one.Key.Series, one.Key.At, one.Value);
            var mapping = _source.Series[of];
            var told = names.OrderByDescending(n => n.Value.Rows).ThenBy(n => n.Key, StringComparer.Ordinal).Take(MostTold).Select(n => $"\"{ShownText.Short(n.Key)}\" ({n.Value.Rows} row{(n.Value.Rows == 1 ? "" : "s")}{(mapping.Result is null ? ", " + QuantityText.Format(n.Value.Sum) : "")})");
            _findings.Warn("several-names", names.Values.OrderBy(n => n.First.Row).ElementAt(1).First, $"{mapping.Name}: \"{ShownText.Short(_header[at])}\" names {string.Join(", ", told)}{(names.Count > MostTold ? $" and {names.Count - MostTold} more" : "")}, and the rows of all are counted as of one.", "Choose the rows that are meant by that column with \"where\".");
        }
    }

    /// <summary>Whether the texts are names of which several share no word: "Indian coal" and "Imported coal" are both coal. Texts that differ in nearly every row are not names.</summary>
    private static bool AreSeveral(string header, Dictionary<string, (Reading First, int Rows, decimal Sum)> names)
    {
        if (NameHeaders.MayNameFuels(header))
        {
            return names.Keys.Select(NameHeaders.FuelOf).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1;
        }

        if (names.Count < 2 || (names.Count > FewNames && names.Count * 2 > names.Values.Sum(n => n.Rows)))
        {
            return false;
        }

        if (NameHeaders.AreOfSites(header) || NameHeaders.AreOfLaboratories(header))
        {
            return names.Count <= FewNames;
        }

        var words = names.Keys.Where(n => MonthText.FirstDay(n) is null && RowTotals.Of(n) is null).Select(n => HeaderWords.Of(n).Select(w => w.TrimEnd('s')).Where(w => w.Length > 2 && w.Any(char.IsLetter))).ToList();
        return words.Count > 1 && !words.Aggregate((all, own) => all.Intersect(own, StringComparer.Ordinal)).Any();
    }
}
