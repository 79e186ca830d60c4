using Renkei.Bot.Councils;
using Renkei.Domain.Councils;

namespace Renkei.Bot.Tests.Councils;

/// <summary>Reading a file of kinds of meeting, and what is said when it is wrong.</summary>
public sealed class CouncilTemplateLoaderTests
{
    private const string Small = """
        tasks:
          - {code: invite, ja: 案内を送る, en: Send the invitation}
          - {code: ready, ja: 会場を整える, en: Get the room ready}
        kinds:
          - code: circle
            ja: 小さな会
            en: Small circle
            purpose: {ja: 顔を合わせる場, en: To meet}
            fields: [dementia]
            hours: {from: "13:30", to: "15:00", ja: 昼のあと, en: After lunch}
            participants:
              - {sector: municipality, needed: yes, ja: 担当者, en: Officer}
              - {sector: education, ja: 助言者, en: Adviser}
            agenda:
              - {minutes: 30, ja: 話し合い, en: Talk}
            papers:
              - {by: health-centre, ja: 次第, en: Agenda}
            tasks:
              - {task: invite, lead: 10}
              - {task: ready, lead: 1}
            serves: [9, 12]
            sources:
              - {document: "000", place: 表1-9}
        """;

    [Fact]
    public void Load_SmallFile_ReadsEverything()
    {
        CouncilTemplate circle = Assert.Single(Load(Small).All);

        Assert.Equal("Small circle", circle.Name.En);
        Assert.Equal("dementia", Assert.Single(circle.Fields).Code);
        Assert.Equal((new TimeOnly(13, 30), new TimeOnly(15, 0)), (circle.Hours.From, circle.Hours.To));
        Assert.Equal(
            [(Sector.Municipality, true), (Sector.Education, false)],
            circle.Participants.Select(p => (p.Sector, p.Needed))
        );
        Assert.Equal(new(new("話し合い", "Talk"), 30), Assert.Single(circle.Agenda));
        Assert.Equal(new(new("次第", "Agenda"), Sector.HealthCentre), Assert.Single(circle.Papers));
        Assert.Equal(
            [
                new("invite", new("案内を送る", "Send the invitation"), 10),
                new("ready", new("会場を整える", "Get the room ready"), 1),
            ],
            circle.Tasks
        );
        Assert.Equal(["09", "12"], circle.Serves.Select(i => i.Key));
        Assert.Equal(new(SourceDocument.Report, "表1-9"), Assert.Single(circle.Sources));
        Assert.Empty(circle.Steps);
    }

    [Fact]
    public void Load_NoReminders_AreTheUsual() =>
        Assert.Equal([20, 10, 5, 1, 0], Assert.Single(Load(Small).All).Reminders);

    [Fact]
    public void Load_Reminders_AreTheirs() =>
        Assert.Equal(
            [8, 3],
            Assert
                .Single(Load(Small.Replace("serves:", "reminders: [8, 3]\n    serves:", StringComparison.Ordinal)).All)
                .Reminders
        );

    [Theory]
    [InlineData("lead: 1}", "lead: 11}", "20:29", "the earliest first")]
    [InlineData("lead: 10", "lead: 121", "19:30", "from 0 to 120")]
    [InlineData("task: ready", "task: invite", "20:16", "stands twice")]
    [InlineData("task: ready", "task: redy", "20:16", "redy, which is not known")]
    [InlineData("sector: education", "sector: school", "13:18", "school, which is not known")]
    [InlineData("needed: yes", "needed: perhaps", "12:40", "yes or no")]
    [InlineData("fields: [dementia]", "fields: [dementia, cooking]", "9:24", "cooking, which is not known")]
    [InlineData("serves: [9, 12]", "serves: [9, 36]", "21:17", "from 1 to 35")]
    [InlineData("serves: [9, 12]", "serves: [12, 9]", "21:13", "ascending")]
    [InlineData("serves: [9, 12]", "serves: [9, 12]\n    reminders: [1, 5]", "22:16", "the earliest first")]
    [InlineData("document: \"000\"", "document: \"009\"", "23:20", "009, which is not known")]
    [InlineData("minutes: 30", "minutes: 100", "15:7", "100 minutes")]
    [InlineData("minutes: 30", "minutes: 4", "15:19", "from 5 to 240")]
    [InlineData("to: \"15:00\"", "to: \"25:00\"", "10:32", "a time such as 13:30")]
    [InlineData("to: \"15:00\"", "to: \"13:00\"", "10:32", "ends before it begins")]
    [InlineData("papers:", "paper:", "16:5", "no key \"paper\"")]
    [InlineData("code: circle", "code: Circle", "5:11", "a-z and -")]
    [InlineData("code: ready", "code: invite", "3:12", "stands twice")]
    [InlineData(", en: Adviser", "", "13:9", "\"en\" is missing")]
    [InlineData("話し合い", "とても長い言い方をしてしまった話し合いのひとときの時間のこと", "15:27", "too long")]
    public void Load_FaultyFile_NamesLineColumnAndReason(string good, string bad, string place, string reason)
    {
        Assert.Contains(good, Small, StringComparison.Ordinal);

        string message = Assert
            .Throws<InvalidDataException>(() => Load(Small.Replace(good, bad, StringComparison.Ordinal)))
            .Message;

        Assert.Contains(
            message.Split(Environment.NewLine),
            line =>
                line.StartsWith($"small.yaml:{place}: ", StringComparison.Ordinal)
                && line.Contains(reason, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Load_SeveralFaults_NamesAllInOrder()
    {
        string spoilt = Small
            .Replace("lead: 10", "lead: ten", StringComparison.Ordinal)
            .Replace("minutes: 30", "minutes: some", StringComparison.Ordinal);

        string[] lines = Assert.Throws<InvalidDataException>(() => Load(spoilt)).Message.Split(Environment.NewLine);

        Assert.Equal(2, lines.Length);
        Assert.StartsWith("small.yaml:15:", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("small.yaml:19:", lines[1], StringComparison.Ordinal);
    }

    private static CouncilTemplates Load(string yaml) =>
        CouncilTemplateLoader.Load("small.yaml", new StringReader(yaml));
}
