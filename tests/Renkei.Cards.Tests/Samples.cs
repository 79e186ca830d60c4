namespace Renkei.Cards.Tests;

/// <summary>Cards for tests: a bare one around an element, and whole ones as Renkei's features draw them.</summary>
internal static class Samples
{
    public static AdaptiveCard Card(params CardElement[] elements) =>
        new()
        {
            Lang = "ja",
            Speak = "見本です。",
            Body = [TextBlock.Heading("見本"), .. elements],
        };

    /// <summary>Every whole card by name.</summary>
    public static IReadOnlyDictionary<string, AdaptiveCard> Gallery { get; } =
        new Dictionary<string, AdaptiveCard>
        {
            ["walk"] = Walk(items: 3),
            ["council"] = Council(),
            ["reminder"] = Reminder(),
            ["summary"] = Summary(),
            ["inputs"] = Inputs(),
            ["charts"] = Charts(),
            ["looks"] = Looks(),
        };

    /// <summary>One role group of the checklist, with its answers.</summary>
    public static AdaptiveCard Walk(int items)
    {
        ActionData theme = ActionData.Of(("theme", "hikari-tobu-2026-taiin"), ("group", 4), ("token", "01JD3V8Q6Y"));
        return new()
        {
            Lang = "ja",
            Speak = "段階2、12中5まで進んでいます。次は表1-9です。",
            Body =
            [
                TextBlock.Heading("段階2 相互理解・課題共有・共通認識"),
                Progress.Bar(5, 12, label: "12中 5"),
                TextBlock.Remark("退院支援ルールづくり（東部保健所・令和8年度）"),
                .. Enumerable.Range(8, items).Select(Line),
                new TextBlock("次は：表1-9 の場を決めると、会議準備を始められます。") { Separator = true },
            ],
            Actions =
            [
                new ExecuteAction("保存して次へ", "checklist/save", theme),
                new ExecuteAction("前へ", "checklist/back", theme) { IgnoresInputs = true },
                new ExecuteAction("とばす", "checklist/skip", theme) { IgnoresInputs = true },
                new ExecuteAction("今日はここまで", "checklist/stop", theme) { IgnoresInputs = true },
                new ExecuteAction("本庁に相談", "request/new", theme) { IsSecondary = true, IgnoresInputs = true },
            ],
            Refresh = new(new ExecuteAction("更新", "checklist/show", theme), ["29:1sato", "29:1tanaka"]),
        };
    }

    private static Container Line(int number) =>
        new([
            new ColumnSet([
                new Column(
                    ColumnWidth.Stretch,
                    [
                        new TextBlock($"表1-{number}") { Weight = TextWeight.Bolder },
                        new TextBlock("この課題に誰を呼ぶか、市町村や関係者に相談して決めている")
                        {
                            Spacing = Spacing.None,
                        },
                        TextBlock.Remark("佐藤 11月18日(水) 実施中"),
                    ]
                ),
                new Column(ColumnWidth.Auto, [new Badge("実施中") { Style = BadgeStyle.Good }]),
            ]),
            new ChoiceSetInput(
                $"in_state_{number}",
                $"表1-{number} の状態",
                [
                    new Choice("未着手", "todo"),
                    new Choice("準備中", "preparing"),
                    new Choice("実施中", "doing"),
                    new Choice("定着", "settled"),
                    new Choice("対象外", "none"),
                ]
            )
            {
                Value = "doing",
            },
            new TextInput($"in_note_{number}", "メモ") { Value = "医師会は事務局長が窓口", MaxLength = 400 },
            new ActionSet([new ToggleVisibilityAction("具体例", $"examples_{number}")]),
            new TextBlock("- 医療機関のキーパーソンに声をかける\n- 地域包括に参集者の心当たりを聞く")
            {
                Id = $"examples_{number}",
                IsVisible = false,
            },
        ])
        {
            Separator = true,
            Spacing = Spacing.Medium,
        };

    private static AdaptiveCard Council() =>
        new()
        {
            Lang = "ja",
            Speak = "東部圏域の協議の場まで20営業日です。準備は10のうち6まで済んでいます。",
            Body =
            [
                TextBlock.Heading("東部圏域 地域包括ケア協議の場"),
                new TextBlock("12月18日(金) 14:00–16:00　あと20営業日"),
                Progress.Bar(6, 10, ProgressColor.Good),
                new FactSet([
                    new Fact("目的・テーマ", "決まりました"),
                    new Fact("参集者", "14名"),
                    new Fact("資料", "2/3（議題の資料：川上さん）"),
                    new Fact("事前シート", "5/9"),
                ]),
                new RichTextBlock([
                    new TextRun("市立病院の出欠がまだです"),
                    new TextRun(" *至急*") { Color = TextColor.Attention },
                ]),
            ],
            Actions =
            [
                new ExecuteAction("続きを進める", "council/next", ActionData.Of(("council", "c-1201"))),
                new ExecuteAction("未回答の4件に知らせる", "council/nudge", ActionData.Of(("council", "c-1201"))),
                new DialogAction("日程を動かす", "council/move", ActionData.Of(("council", "c-1201"))),
                new ShowCardAction(
                    "中止する",
                    [
                        new TextInput("in_reason", "中止の理由")
                        {
                            IsRequired = true,
                            ErrorMessage = "理由を一言お願いします。",
                        },
                    ],
                    [new ExecuteAction("中止を知らせる", "council/cancel", ActionData.Of(("council", "c-1201")))]
                ),
                new OpenUrlAction("Teamsで開く", new Uri("https://teams.microsoft.com/l/meetup-join/x"))
                {
                    IsSecondary = true,
                },
            ],
        };

    private static AdaptiveCard Reminder()
    {
        CardMention tanaka = new("29:1tanaka", "田中 *花子* <課長>");
        return new()
        {
            Lang = "ja",
            Speak = "あと5営業日です。議題資料の最終版が12月14日までです。",
            Body =
            [
                TextBlock.Heading("あと5営業日：東部圏域 協議の場"),
                new TextBlock($"{tanaka.Text} さん、議題資料の最終版をお願いします（期限 12月14日(月)）。"),
            ],
            Actions =
            [
                new ExecuteAction("済みました", "task/done", ActionData.Of(("task", "t-7"))),
                new ExecuteAction("明日もう一度", "task/snooze", ActionData.Of(("task", "t-7"))),
            ],
            Mentions = [tanaka],
        };
    }

    private static AdaptiveCard Summary() =>
        new()
        {
            Lang = "ja",
            Speak = "今週は9つの取り組みが動きました。期限切れは4件です。",
            Body =
            [
                TextBlock.Heading("週次まとめ ひかり県"),
                new TextBlock("11月16日(月)–22日(日)　令和8年度 第34週"),
                new StackedBarChart(
                    "保健所ごとの進み",
                    [
                        new StackedBar(
                            "東部",
                            [new("実施中", 19, ChartColor.Good), new("これから", 16, ChartColor.Neutral)]
                        ),
                        new StackedBar(
                            "中部",
                            [new("実施中", 8, ChartColor.Good), new("これから", 27, ChartColor.Neutral)]
                        ),
                    ]
                ),
                new Table(
                    [
                        new TableColumn(2),
                        new TableColumn(4),
                        new TableColumn { HorizontalCellContentAlignment = HorizontalAlignment.Right },
                    ],
                    [
                        new TableRow("保健所", "進み", "先週"),
                        new TableRow("東部", Progress.Text(19, 35), "+3"),
                        new TableRow("中部", Progress.Text(8, 35), "0"),
                    ]
                ),
            ],
            Actions = [new ExecuteAction("東部を見る", "summary/centre", ActionData.Of(("centre", "tobu")))],
        };

    private static AdaptiveCard Inputs() =>
        new()
        {
            Lang = "en",
            Speak = "Please fill in the sheet.",
            Body =
            [
                TextBlock.Heading("Pre-meeting sheet"),
                new TextInput("in_phone", "Telephone of your office")
                {
                    Style = TextInputStyle.Tel,
                    Placeholder = "03-0000-0000",
                },
                new TextInput("in_long", "What is missing in your area") { IsMultiline = true, MaxLength = 800 },
                new NumberInput("in_beds", "Home-care patients (persons)")
                {
                    Min = 0,
                    Max = 99999,
                    Value = 120,
                    ErrorMessage = "0 to 99999",
                },
                new DateInput("in_day", "Day")
                {
                    Value = new DateOnly(2026, 12, 4),
                    IsRequired = true,
                    ErrorMessage = "Please choose a day.",
                },
                new TimeInput("in_time", "Time")
                {
                    Value = new TimeOnly(14, 0),
                    Min = new TimeOnly(9, 0),
                    ErrorMessage = "From 9:00",
                },
                new ToggleInput("in_share", "Sharing", "Show this to the neighbours") { Value = true },
                new ChoiceSetInput(
                    "in_fields",
                    "Fields",
                    [new Choice("Dementia", "dementia"), new Choice("Stroke", "stroke")]
                )
                {
                    Style = ChoiceStyle.Expanded,
                    IsMultiSelect = true,
                    Values = ["dementia", "stroke"],
                },
                new ChoiceSetInput("in_who", "Who", [])
                {
                    Style = ChoiceStyle.Filtered,
                    Dataset = "people",
                    Placeholder = "Type a name",
                },
            ],
            Actions =
            [
                new SubmitAction("Send", "sheet/send", ActionData.Of(("sheet", "s-1"))) { IgnoresInputs = false },
            ],
        };

    private static AdaptiveCard Charts() =>
        new()
        {
            Lang = "ja",
            Speak = "図の見本です。",
            Body =
            [
                TextBlock.Heading("図"),
                new DonutChart("段階", [new("定着", 5, ChartColor.Good), new("実施中", 7)])
                {
                    Value = 12,
                    ColorSet = ChartColorSet.Sequential,
                },
                new FactSet([new Fact("定着", "5"), new Fact("実施中", "7")]),
                new LineChart(
                    "動き",
                    [
                        new ChartLine(
                            "東部",
                            [new(new(2026, 11, 16), 9), new(new(2026, 11, 23), 12.5m)],
                            ChartColor.CategoricalBlue
                        ),
                    ]
                )
                {
                    XAxisTitle = "週",
                    YAxisTitle = "件",
                },
                new TextBlock("11月16日 9件、11月23日 12.5件"),
                new VerticalBarChart("支援", [new("情報的", 4, ChartColor.CategoricalTeal), new("情緒的", 0)])
                {
                    YAxisTitle = "回",
                },
                new TextBlock("情報的 4回、情緒的 0回"),
            ],
        };

    private static AdaptiveCard Looks() =>
        new()
        {
            Lang = "ja",
            Speak = "見え方の見本です。",
            Body =
            [
                TextBlock.Heading("見え方"),
                .. Enum.GetValues<TextColor>().Select(color => new TextBlock($"文字の色 {color}") { Color = color }),
                .. Enum.GetValues<ContainerStyle>()
                    .Select(style => new Container([new TextBlock($"枠 {style}")])
                    {
                        Style = style,
                        ShowBorder = true,
                        RoundedCorners = true,
                        SelectAction = new ExecuteAction($"{style} を開く", "looks/open"),
                    }),
                new ColumnSet([
                    new Column(
                        ColumnWidth.Pixels(24),
                        [new Icon("People") { Size = IconSize.Small, Color = TextColor.Accent }]
                    ),
                    new Column(ColumnWidth.Weight(2), [new TextBlock("幅2")]),
                    new Column(
                        ColumnWidth.Weight(1),
                        [new TextBlock("幅1") { HorizontalAlignment = HorizontalAlignment.Right }]
                    ),
                ])
                {
                    TargetWidth = "atLeast:Narrow",
                },
                new Image(
                    new Uri(
                        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
                    ),
                    "緑の四角"
                )
                {
                    WidthPixels = 40,
                },
                new Badge("期限切れ 4")
                {
                    Style = BadgeStyle.Attention,
                    Appearance = BadgeAppearance.Tint,
                    Icon = "CalendarClock",
                    Tooltip = "期限を過ぎた準備",
                },
                Progress.Bar(0, 0, ProgressColor.Warning),
            ],
        };
}
