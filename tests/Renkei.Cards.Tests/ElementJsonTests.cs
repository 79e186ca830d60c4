namespace Renkei.Cards.Tests;

/// <summary>Each element against JSON written from the schema by hand.</summary>
public sealed class ElementJsonTests
{
    [Fact]
    public void TextBlock_Plain_Wraps() =>
        Json.Equal("""{"type":"TextBlock","text":"はい","wrap":true}""", Json.Of(new TextBlock("はい")));

    [Fact]
    public void TextBlock_Everything_IsWritten() =>
        Json.Equal(
            """
            {"type":"TextBlock","id":"t","isVisible":false,"separator":true,"spacing":"ExtraSmall","targetWidth":"atMost:Narrow",
             "text":"x","wrap":true,"size":"ExtraLarge","weight":"Lighter","color":"Attention","isSubtle":true,"maxLines":2,
             "horizontalAlignment":"Center","fallback":"drop"}
            """,
            Json.Of(
                new TextBlock("x")
                {
                    Id = "t",
                    IsVisible = false,
                    Separator = true,
                    Spacing = Spacing.ExtraSmall,
                    TargetWidth = "atMost:Narrow",
                    Size = TextSize.ExtraLarge,
                    Weight = TextWeight.Lighter,
                    Color = TextColor.Attention,
                    IsSubtle = true,
                    MaxLines = 2,
                    HorizontalAlignment = HorizontalAlignment.Center,
                    Fallback = ElementFallback.Drop,
                }
            )
        );

    [Fact]
    public void Heading_InCard_HasHeadingStyle() =>
        Json.Equal(
            """{"type":"TextBlock","text":"見本","wrap":true,"style":"heading","size":"Large","weight":"Bolder"}""",
            Json.Of(Samples.Card()).GetProperty("body")[0]
        );

    [Fact]
    public void RichTextBlock_Runs_KeepTextAsIs() =>
        Json.Equal(
            """
            {"type":"RichTextBlock","horizontalAlignment":"Right","inlines":[
              {"type":"TextRun","text":"*a* <at>b</at>","size":"Small","weight":"Bolder","color":"Good","isSubtle":true,"strikethrough":true},
              {"type":"TextRun","text":"続き"}]}
            """,
            Json.Of(
                new RichTextBlock([
                    new TextRun("*a* <at>b</at>")
                    {
                        Size = TextSize.Small,
                        Weight = TextWeight.Bolder,
                        Color = TextColor.Good,
                        IsSubtle = true,
                        Strikethrough = true,
                    },
                    new TextRun("続き"),
                ])
                {
                    HorizontalAlignment = HorizontalAlignment.Right,
                }
            )
        );

    [Fact]
    public void FactSet_Facts_InOrder() =>
        Json.Equal(
            """{"type":"FactSet","facts":[{"title":"日時","value":"12月4日(金)"},{"title":"場所","value":"県庁"}]}""",
            Json.Of(new FactSet([new("日時", "12月4日(金)"), new("場所", "県庁")]))
        );

    [Fact]
    public void Container_Everything_IsWritten() =>
        Json.Equal(
            """
            {"type":"Container","style":"emphasis","bleed":true,"showBorder":true,"roundedCorners":true,
             "items":[{"type":"TextBlock","text":"x","wrap":true}],
             "selectAction":{"type":"Action.OpenUrl","title":"開く","url":"https://example.jp/"}}
            """,
            Json.Of(
                new Container([new TextBlock("x")])
                {
                    Style = ContainerStyle.Emphasis,
                    Bleed = true,
                    ShowBorder = true,
                    RoundedCorners = true,
                    SelectAction = new OpenUrlAction("開く", new Uri("https://example.jp")),
                }
            )
        );

    [Fact]
    public void ColumnSet_EachWidth_IsWritten() =>
        Json.Equal(
            """
            {"type":"ColumnSet","style":"good","columns":[
              {"type":"Column","width":"auto","items":[],"verticalContentAlignment":"Bottom"},
              {"type":"Column","width":"stretch","items":[],"style":"warning"},
              {"type":"Column","width":3,"items":[]},
              {"type":"Column","width":"40px","items":[]}]}
            """,
            Json.Of(
                new ColumnSet([
                    new Column(ColumnWidth.Auto, []) { VerticalContentAlignment = VerticalAlignment.Bottom },
                    new Column(ColumnWidth.Stretch, []) { Style = ContainerStyle.Warning },
                    new Column(ColumnWidth.Weight(3), []),
                    new Column(ColumnWidth.Pixels(40), []),
                ])
                {
                    Style = ContainerStyle.Good,
                }
            )
        );

    [Fact]
    public void Table_TwoRows_FirstIsHeader() =>
        Json.Equal(
            """
            {"type":"Table","firstRowAsHeaders":true,"showGridLines":false,"gridStyle":"accent",
             "columns":[{"width":2},
                        {"width":1,"horizontalCellContentAlignment":"Right"}],
             "rows":[
              {"type":"TableRow","cells":[
                {"type":"TableCell","items":[{"type":"TextBlock","text":"保健所","wrap":true}]},
                {"type":"TableCell","items":[{"type":"TextBlock","text":"数","wrap":true}]}]},
              {"type":"TableRow","style":"attention","cells":[
                {"type":"TableCell","items":[]},
                {"type":"TableCell","items":[],"style":"good"}]}]}
            """,
            Json.Of(
                new Table(
                    [
                        new TableColumn(2),
                        new TableColumn { HorizontalCellContentAlignment = HorizontalAlignment.Right },
                    ],
                    [
                        new TableRow("保健所", "数"),
                        new TableRow([new TableCell([]), new TableCell([]) { Style = ContainerStyle.Good }])
                        {
                            Style = ContainerStyle.Attention,
                        },
                    ]
                )
                {
                    ShowGridLines = false,
                    GridStyle = ContainerStyle.Accent,
                }
            )
        );

    [Fact]
    public void Table_ShortRow_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Table([new(), new()], [new TableRow("a", "b"), new TableRow("c")]));

    [Fact]
    public void Image_Https_IsWritten() =>
        Json.Equal(
            """{"type":"Image","url":"https://example.jp/a.png","altText":"地図","width":"40px","horizontalAlignment":"Left"}""",
            Json.Of(
                new Image(new Uri("https://example.jp/a.png"), "地図")
                {
                    WidthPixels = 40,
                    HorizontalAlignment = HorizontalAlignment.Left,
                }
            )
        );

    [Theory]
    [InlineData("http://example.jp/a.png")]
    [InlineData("data:text/html,x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("a.png")]
    public void Image_OtherAddress_IsRefused(string url) =>
        Assert.Throws<ArgumentException>(() => new Image(new Uri(url, UriKind.RelativeOrAbsolute), "x"));

    [Fact]
    public void ActionSet_Actions_AreWritten() =>
        Json.Equal(
            """
            {"type":"ActionSet","horizontalAlignment":"Center","actions":[
              {"type":"Action.ToggleVisibility","title":"具体例","targetElements":["a"]}]}
            """,
            Json.Of(
                    Samples.Card(
                        new ActionSet([new ToggleVisibilityAction("具体例", "a")])
                        {
                            HorizontalAlignment = HorizontalAlignment.Center,
                        },
                        new TextBlock("x") { Id = "a" }
                    )
                )
                .GetProperty("body")[1]
        );

    [Fact]
    public void Badge_Unknown_FallsBackToBoldText() =>
        Json.Equal(
            """
            {"type":"Badge","text":"実施中_1","style":"Informative","appearance":"Tint","icon":"People","tooltip":"t",
             "fallback":{"type":"TextBlock","text":"実施中\\_1","wrap":true,"weight":"Bolder"}}
            """,
            Json.Of(
                new Badge("実施中_1")
                {
                    Style = BadgeStyle.Informative,
                    Appearance = BadgeAppearance.Tint,
                    Icon = "People",
                    Tooltip = "t",
                }
            )
        );

    [Fact]
    public void Icon_Unknown_IsDropped() =>
        Json.Equal(
            """{"type":"Icon","name":"People","size":"Small","color":"Accent","fallback":"drop"}""",
            Json.Of(new Icon("People") { Size = IconSize.Small, Color = TextColor.Accent })
        );

    [Fact]
    public void Progress_Bar_HasNumbersOutside() =>
        Json.Equal(
            """
            {"type":"ColumnSet","columns":[
              {"type":"Column","width":"stretch","verticalContentAlignment":"Center","items":[
                {"type":"ProgressBar","value":5,"max":12,"color":"Good",
                 "fallback":{"type":"TextBlock","text":"■■■■□□□□□□","wrap":true}}]},
              {"type":"Column","width":"auto","verticalContentAlignment":"Center","items":[
                {"type":"TextBlock","text":"5/12","wrap":true}]}]}
            """,
            Json.Of(Progress.Bar(5, 12, ProgressColor.Good))
        );
}
