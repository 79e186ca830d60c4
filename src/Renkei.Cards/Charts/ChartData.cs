namespace Renkei.Cards;

/// <summary>A named amount: a part of a stacked bar or a slice of a donut.</summary>
/// <param name="Legend">Its name.</param>
/// <param name="Value">Zero or more.</param>
/// <param name="Color">Its colour; from the chart's set when left out.</param>
public sealed record ChartAmount(string Legend, decimal Value, ChartColor? Color = null);

/// <summary>One bar of a <see cref="StackedBarChart"/>.</summary>
/// <param name="Title">Its name.</param>
/// <param name="Amounts">Its parts, left to right.</param>
public sealed record StackedBar(string Title, IReadOnlyList<ChartAmount> Amounts);

/// <summary>A line of a <see cref="LineChart"/>.</summary>
/// <param name="Legend">Its name.</param>
/// <param name="Points">By day, in order.</param>
/// <param name="Color">Its colour; from the chart's set when left out.</param>
public sealed record ChartLine(string Legend, IReadOnlyList<ChartDay> Points, ChartColor? Color = null);

/// <summary>A value on a day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Value">The value.</param>
public sealed record ChartDay(DateOnly Day, decimal Value);

/// <summary>One bar of a <see cref="VerticalBarChart"/>.</summary>
/// <param name="Name">What stands under it.</param>
/// <param name="Value">Its height.</param>
/// <param name="Color">Its colour; from the chart's set when left out.</param>
public sealed record ChartBar(string Name, decimal Value, ChartColor? Color = null);
