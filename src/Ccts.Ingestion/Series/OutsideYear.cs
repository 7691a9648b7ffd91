using Ccts.Sdk.Quantities;

namespace Ccts.Ingestion.Series;

/// <summary>Values of a series outside the report's year. Exports often include the months just before and after; other days may be typing errors.</summary>
internal sealed class OutsideYear(string name, Calendar calendar, Findings findings)
{
    private (Reading First, Reading Early, Reading Late) _seen;
    private int _count;
    private decimal _sum;
    private bool _isFar;

    internal void Add(Reading reading)
    {
        _seen = _count++ == 0 ? (reading, reading, reading) : (_seen.First, reading.At < _seen.Early.At ? reading : _seen.Early, reading.At > _seen.Late.At ? reading : _seen.Late);
        _sum += reading.Value;
        _isFar |= !calendar.IsNear(reading.At);
    }

    /// <param name="isAmount">Whether the values add up.</param>
    internal void Tell(bool isAmount = true)
    {
        if (_count == 0)
        {
            return;
        }

        var when = _count == 1 ? $"1 value, of {Calendar.Text(_seen.First.At)}, is" : $"{_count} values from {Calendar.Text(_seen.Early.At)} to {Calendar.Text(_seen.Late.At)} are";
        var said = $"{name}: {when} not of the year {calendar.Year}; {(isAmount ? $"{QuantityText.Format(_sum)} in all {(_count == 1 ? "is" : "are")} not counted" : "not counted")}.";
        if (_isFar)
        {
            findings.Warn("outside-year", _seen.First, said, "Look whether a day or year is mistyped, or day and month have changed places.");
        }
        else
        {
            findings.Info("outside-year", _seen.First, said);
        }
    }
}
