using Ccts.Sdk.Quantities;

namespace Ccts.Sdk.Monitoring.Reading;

/// <summary>States the members of one stream of a <see cref="MonitoringReportBuilder"/>.</summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class StreamBuilder
{
    private readonly ReportMembers _members;

    internal StreamBuilder(ReportMembers members) => _members = members;

    /// <summary>States a member, such as <c>fuel</c>; dots separate levels: <c>factor.value</c>.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value as the JSON form writes it.</param>
    /// <exception cref="System.ArgumentException">The name is blank, or leads through a member that is text.</exception>
    public StreamBuilder With(string member, string value)
    {
        _members.Set(member, Require.NotNull(value));
        return this;
    }

    /// <summary>States a member that is a quantity, such as <c>ncv</c>.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">The quantity; it is written in its canonical unit.</param>
    /// <exception cref="System.ArgumentException">The name is blank, or leads through a member that is text.</exception>
    public StreamBuilder With(string member, IQuantity value) => With(member, Require.NotNull(value).ToString()!);

    /// <summary>States a member that is a whole number, such as <c>samples</c>.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="System.ArgumentException">The name is blank, or leads through a member that is text.</exception>
    public StreamBuilder With(string member, int value)
    {
        _members.Set(member, value);
        return this;
    }

    /// <summary>States a Boolean member, such as <c>noDoubleCountUndertaking</c>.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="System.ArgumentException">The name is blank, or leads through a member that is text.</exception>
    public StreamBuilder With(string member, bool value)
    {
        _members.Set(member, value);
        return this;
    }

    /// <summary>States the amount of a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="amount">The amount.</param>
    public StreamBuilder Amount(ReportingPeriod period, IQuantity amount)
    {
        _members.Member("amounts").Put(period.ToString(), Require.NotNull(amount).ToString()!);
        return this;
    }

    /// <summary>Adds a part to a list of the stream, such as <c>inputs</c> of a mass balance or <c>evidence</c>.</summary>
    /// <param name="list">The list.</param>
    /// <exception cref="System.ArgumentException">The name is blank.</exception>
    public StreamBuilder Add(string list) => new(_members.Add(list));
}
