using System.Text;
using System.Text.Json;
using NJsonSchema;
using Renkei.Bot.Playbooks;
using Renkei.Domain;
using Renkei.Domain.Playbooks;
using YamlDotNet.RepresentationModel;

namespace Renkei.Bot.Tests.Playbooks;

public sealed class NationalPlaybookTests
{
    private static readonly Playbook National = PlaybookLoader.LoadNational();

    [Fact]
    public void LoadNational_Table1_Has4Stages12RolesAnd35Lines()
    {
        Assert.Equal(4, National.Stages.Count);
        Assert.Equal(12, National.Groups.Count);
        Assert.Equal(35, National.Items.Count);
        Assert.Empty(National.Hidden);
    }

    [Fact]
    public void LoadNational_Lines_AreNumbered1To35InOrder()
    {
        Assert.Equal("表1-1", National.Items[0].Source);
        Assert.Equal("表1-12", National.Items[11].Source);
        Assert.Equal("表1-35", National.Items[34].Source);
        Assert.Equal(Enumerable.Range(1, 35).Select(n => $"{n:D2}"), National.Items.Select(i => i.Id.Key));
    }

    [Theory]
    [InlineData(1, "実態把握・課題集約", 1, 3, 1, 7)]
    [InlineData(2, "相互理解・課題共有・共通認識", 4, 6, 8, 16)]
    [InlineData(3, "サービス提供体制の整備・役割合意形成", 7, 10, 17, 28)]
    [InlineData(4, "サービス提供体制の運用・評価・改善", 11, 12, 29, 35)]
    public void LoadNational_Stage_HoldsItsRolesAndLines(int number, string name, int r1, int r2, int i1, int i2)
    {
        Stage stage = National.Stages[number - 1];

        Assert.Equal(number, stage.Number);
        Assert.Equal(name, stage.Name.Ja);
        Assert.Equal(Enumerable.Range(r1, r2 - r1 + 1), stage.Groups.Select(g => g.Number));
        Assert.Equal(
            Enumerable.Range(i1, i2 - i1 + 1).Select(ItemId.National),
            stage.Groups.SelectMany(g => g.Items).Select(i => i.Id)
        );
    }

    [Theory]
    [InlineData(1, "関係者から情報収集する", 1, 3)]
    [InlineData(2, "関係者からの情報を整理し課題を抽出する", 4, 5)]
    [InlineData(3, "保健医療福祉の提供に関する課題を可視化する", 6, 7)]
    [InlineData(4, "情報・課題共有の場を設定する（既存の場を活用する）", 8, 10)]
    [InlineData(5, "関係者と情報・課題共有、相互理解を図り、協働できる関係性を築く", 11, 13)]
    [InlineData(6, "地域課題を俯瞰し、地域のあるべき姿について関係者と共通認識を図る", 14, 16)]
    [InlineData(7, "課題解決にむけて、関係者と共に協議・検討する", 17, 17)]
    [InlineData(8, "課題解決にむけて、関係者と共に優先順位、方針を決定する", 18, 21)]
    [InlineData(9, "課題解決にむけて、関係者と共に既存のサービス提供体制を評価する", 22, 23)]
    [InlineData(10, "課題解決にむけて、関係者と共に必要なサービス提供体制の方策を決定し、合意形成する", 24, 28)]
    [InlineData(11, "関係者と協働し、サービス提供体制を運用できるように働きかける", 29, 33)]
    [InlineData(12, "関係者と協働し、サービス提供体制を評価・改善する", 34, 35)]
    public void LoadNational_Role_HasTheReportsNameAndLines(int number, string name, int first, int last)
    {
        RoleGroup role = National.Groups[number - 1];

        Assert.Equal(number, role.Number);
        Assert.Equal(name, role.Name.Ja);
        Assert.Equal(Enumerable.Range(first, last - first + 1).Select(ItemId.National), role.Items.Select(i => i.Id));
    }

    [Fact]
    public void LoadNational_Examples_AreAsManyAsTheReportLists()
    {
        // Counted by hand in 表1, 48 in all; lines that are not here have none.
        Dictionary<int, int> counted = new()
        {
            [2] = 8,
            [5] = 2,
            [6] = 1,
            [7] = 2,
            [8] = 4,
            [9] = 5,
            [11] = 3,
            [13] = 5,
            [14] = 2,
            [17] = 2,
            [21] = 3,
            [22] = 3,
            [23] = 2,
            [25] = 2,
            [29] = 2,
            [32] = 1,
            [35] = 1,
        };

        for (int number = 1; number <= 35; number++)
        {
            Assert.Equal(
                (number, counted.GetValueOrDefault(number)),
                (number, National.Items[number - 1].Examples.Count)
            );
        }
        Assert.Equal(48, National.Items.Sum(i => i.Examples.Count));
    }

    [Theory]
    [InlineData(2, "市町村・関係機関・所内の他部署へ出向き、サービスとしくみの実際をつかみ続けている")]
    [InlineData(8, "この課題に誰を呼ぶか、市町村や関係者に相談して決めている")]
    [InlineData(19, "まず取り組む課題を、関係者と一つ選んでいる")]
    [InlineData(34, "目標と評価指標を、数で言える形に決めている")]
    public void LoadNational_Line_SaysWhatTheCardsWereDrawnWith(int number, string text) =>
        Assert.Equal(text, National.Items[number - 1].Text.Ja);

    [Fact]
    public void LoadNational_Lines_StateWhatIsSo() =>
        Assert.All(
            National.Items,
            i => Assert.True(i.Text.Ja.EndsWith("いる", StringComparison.Ordinal), $"{i.Source} {i.Text.Ja}")
        );

    [Fact]
    public void LoadNational_NextSteps_ReadWellInTheirSentences() =>
        Assert.All(
            National.Items,
            i =>
            {
                // 「次は…です。」 takes a noun phrase, "Next: …" an imperative without a full stop.
                Assert.DoesNotMatch("(する|です|ます|いる|こと|。)$", i.NextStep.Ja);
                Assert.Matches("^[a-z].*[^.]$", i.NextStep.En);
            }
        );

    [Fact]
    public void LoadNational_Texts_StandOnce()
    {
        LocalText[] texts = [.. Sentences(National)];

        Assert.Equal(35 + 48 + 35, texts.Length);
        Assert.Equal(texts.Length, texts.Select(t => t.Ja).Distinct().Count());
        Assert.Equal(texts.Length, texts.Select(t => t.En).Distinct().Count());
    }

    [Fact]
    public async Task NationalYaml_Schema_Holds()
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "Playbooks", "national.schema.json")
        );

        Assert.Empty(schema.Validate(Json(YamlText())));
    }

    [Theory]
    [InlineData("ja: まず取り組む課題を、関係者と一つ選んでいる", "ja: choose one")]
    [InlineData("en: put our own role into words", "em: put our own role into words")]
    [InlineData("number: 35", "number: thirty-five")]
    [InlineData("en: Goals and indicators are fixed in numbers", "en: Goals ・ numbers")]
    public async Task NationalYaml_Spoilt_FailsTheSchema(string good, string bad)
    {
        JsonSchema schema = await JsonSchema.FromFileAsync(
            Path.Combine(AppContext.BaseDirectory, "Playbooks", "national.schema.json")
        );
        string text = YamlText();
        Assert.Contains(good, text, StringComparison.Ordinal);

        Assert.NotEmpty(schema.Validate(Json(text.Replace(good, bad, StringComparison.Ordinal))));
    }

    [ReportFact]
    public async Task LoadNational_Sentences_AreNotTheReports()
    {
        string report = Report.Letters(await File.ReadAllTextAsync(Report.Path!));

        // The reading of the report works: it holds a role's name across the line breaks of the table.
        Assert.Contains("関係者からの情報を整理し課題を抽出する", report, StringComparison.Ordinal);
        Assert.All(
            National.Items.SelectMany(i => (IEnumerable<LocalText>)[i.Text, .. i.Examples]),
            t => Assert.DoesNotContain(Report.Letters(t.Ja), report, StringComparison.Ordinal)
        );
    }

    private static IEnumerable<LocalText> Sentences(Playbook playbook) =>
        playbook.Items.SelectMany(i => (IEnumerable<LocalText>)[i.Text, i.NextStep, .. i.Examples]);

    private static string YamlText()
    {
        using Stream resource = typeof(PlaybookLoader).Assembly.GetManifestResourceStream("national.yaml")!;
        using StreamReader reader = new(resource, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static string Json(string yaml)
    {
        YamlStream stream = [];
        stream.Load(new StringReader(yaml));
        return JsonSerializer.Serialize(Plain(stream.Documents[0].RootNode));
    }

    private static object? Plain(YamlNode node) =>
        node switch
        {
            YamlMappingNode map => map.Children.ToDictionary(c => ((YamlScalarNode)c.Key).Value!, c => Plain(c.Value)),
            YamlSequenceNode list => list.Children.Select(Plain).ToArray(),
            _ => ((YamlScalarNode)node).Value,
        };
}
