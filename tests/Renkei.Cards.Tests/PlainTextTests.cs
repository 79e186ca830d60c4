namespace Renkei.Cards.Tests;

public sealed class PlainTextTests
{
    [Fact]
    public void Of_EachElement_ReadsLineByLine()
    {
        AdaptiveCard card = Samples.Card(
            new TextBlock("**太字** と [案内](https://example.jp/a) と <at>田中</at> さん"),
            new RichTextBlock([new TextRun("*そのまま*"), new TextRun("_a_")]),
            new FactSet([new("日時", "12月4日(金)")]),
            new ColumnSet([
                new Column(ColumnWidth.Auto, [new TextBlock("左"), new TextBlock("左下")]),
                new Column(ColumnWidth.Auto, [new Icon("People")]),
                new Column(ColumnWidth.Auto, [new Badge("実施中")]),
                new Column(ColumnWidth.Auto, [new TextBlock("見えない")]) { IsVisible = false },
            ]),
            new Table([new(), new()], [new TableRow("保健所", "数"), new TableRow("東部", "3")]),
            new Image(new Uri("https://example.jp/a.png"), "地図"),
            new TextBlock("隠れています") { IsVisible = false },
            Progress.Bar(5, 12),
            new ActionSet([new ExecuteAction("押す", "v")])
        );
        Assert.Equal(
            """
            見本
            太字 と 案内 と 田中 さん
            *そのまま*_a_
            日時: 12月4日(金)
            左 左下  実施中
            保健所 | 数
            東部 | 3
            地図
            5/12
            """,
            PlainText.Of(card)
        );
    }

    [Fact]
    public void Of_Inputs_ReadsLabelsAndValues() =>
        Assert.Equal(
            """
            Pre-meeting sheet
            Telephone of your office: 
            What is missing in your area: 
            Home-care patients (persons): 120
            Day: 2026-12-04
            Time: 14:00
            Sharing: ☑ Show this to the neighbours
            Fields: Dementia, Stroke
            Who: 
            """,
            PlainText.Of(Samples.Gallery["inputs"])
        );

    [Theory]
    [InlineData("snake_case_name")]
    [InlineData("3 * 4 = 12")]
    [InlineData(@"C:\temp\*.txt")]
    [InlineData("[a](b) <at>x</at> &amp; **b**")]
    [InlineData("- 1. # > +")]
    public void Of_EscapedText_ReadsTheText(string text) =>
        Assert.Equal($"見本\n{text}", PlainText.Of(Samples.Card(new TextBlock(CardText.Escape(text)))));

    [Fact]
    public void Of_LongCard_IsCutBetweenCharacters()
    {
        // With the heading and its line feed four characters come first, so that the cut falls between the halves of a character.
        string text = PlainText.Of(Samples.Card(new TextBlock("a" + string.Concat(Enumerable.Repeat("𠮟", 1000)))));
        Assert.Equal(1499, text.Length);
        Assert.EndsWith("𠮟…", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_WeeklySummary_KeepsTheNumbersOfCharts() =>
        Assert.Equal(
            """
            週次まとめ ひかり県
            11月16日(月)–22日(日)　令和8年度 第34週
            保健所 | 進み | 先週
            東部 | ■■■■■□□□□□ 19/35 | +3
            中部 | ■■□□□□□□□□ 8/35 | 0
            """,
            PlainText.Of(Samples.Gallery["summary"])
        );
}
