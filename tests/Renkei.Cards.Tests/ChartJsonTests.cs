namespace Renkei.Cards.Tests;

/// <summary>Each chart against JSON written from Teams' model by hand.</summary>
public sealed class ChartJsonTests
{
    [Fact]
    public void StackedBar_Parts_AreWritten() =>
        Json.Equal(
            """
            {"type":"Chart.HorizontalBar.Stacked","title":"進み","colorSet":"categorical","fallback":"drop","data":[
              {"title":"東部","data":[{"legend":"済","value":19,"color":"good"},{"legend":"残","value":16}]}]}
            """,
            Chart(
                new StackedBarChart("進み", [new("東部", [new("済", 19, ChartColor.Good), new("残", 16)])])
                {
                    ColorSet = ChartColorSet.Categorical,
                }
            )
        );

    [Fact]
    public void Donut_Value_IsText() =>
        Json.Equal(
            """
            {"type":"Chart.Donut","title":"段階","fallback":"drop","value":"12.5",
             "data":[{"legend":"定着","value":5,"color":"categoricalLightBlue"}]}
            """,
            Chart(new DonutChart("段階", [new("定着", 5, ChartColor.CategoricalLightBlue)]) { Value = 12.5m })
        );

    [Fact]
    public void Line_Days_AreIso() =>
        Json.Equal(
            """
            {"type":"Chart.Line","title":"動き","fallback":"drop","xAxisTitle":"週","yAxisTitle":"件",
             "data":[{"legend":"東部","color":"neutral","values":[{"x":"2026-11-16","y":9}]}]}
            """,
            Chart(
                new LineChart("動き", [new("東部", [new(new(2026, 11, 16), 9)], ChartColor.Neutral)])
                {
                    XAxisTitle = "週",
                    YAxisTitle = "件",
                }
            )
        );

    [Fact]
    public void VerticalBar_Bars_ShowTheirValues() =>
        Json.Equal(
            """
            {"type":"Chart.VerticalBar","title":"支援","fallback":"drop","xAxisTitle":"種類","yAxisTitle":"回",
             "showBarValues":true,"data":[{"x":"情報的","y":4,"color":"warning"}]}
            """,
            Chart(
                new VerticalBarChart("支援", [new("情報的", 4, ChartColor.Warning)])
                {
                    XAxisTitle = "種類",
                    YAxisTitle = "回",
                }
            )
        );

    private static System.Text.Json.JsonElement Chart(ChartElement chart) =>
        Json.Of(Samples.Card(chart, new TextBlock("数"))).GetProperty("body")[1];
}
