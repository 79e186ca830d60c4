using Renkei.Bot.Councils;
using Renkei.Bot.Playbooks;
using Renkei.Bot.Tests.Playbooks;
using Renkei.Domain;
using Renkei.Domain.Councils;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;

namespace Renkei.Bot.Tests.Councils;

/// <summary>The kinds of meeting that are part of the program.</summary>
public sealed class CouncilTemplatesTests
{
    private static readonly CouncilTemplates Templates = CouncilTemplateLoader.Load();

    [Fact]
    public void Load_Kinds_AreTheThirteen() =>
        Assert.Equal(
            [
                "area 管内の協議の場",
                "prefecture 県全体の協議の場",
                "one-to-one 市町村との一対一の話し合い",
                "discharge 退院支援ルールの調整会議",
                "intractable 難病対策地域協議会",
                "dementia 認知症の連携会議",
                "palliative 緩和ケアの連携会議",
                "rehabilitation 地域リハビリテーションの連携会議",
                "medical-plan 圏域医療計画の部会",
                "medical-association 市町村と医師会の検討会",
                "exchange 情報交換会",
                "training 研修会",
                "group-exchange グループ意見交換",
            ],
            Templates.All.Select(t => $"{t.Code} {t.Name.Ja}")
        );

    [Theory]
    [InlineData("area", 12, 6, 4, 16, 120, "20,10,5,1,0")]
    [InlineData("prefecture", 9, 6, 3, 16, 120, "20,10,5,1,0")]
    [InlineData("one-to-one", 4, 5, 3, 7, 90, "10,5,1,0")]
    [InlineData("discharge", 8, 6, 4, 16, 120, "20,10,5,1,0")]
    [InlineData("intractable", 9, 6, 3, 17, 110, "20,10,5,1,0")]
    [InlineData("dementia", 9, 6, 3, 15, 115, "20,10,5,1,0")]
    [InlineData("palliative", 8, 6, 3, 15, 90, "20,10,5,1,0")]
    [InlineData("rehabilitation", 8, 6, 3, 14, 115, "20,10,5,1,0")]
    [InlineData("medical-plan", 7, 6, 4, 16, 115, "20,10,5,1,0")]
    [InlineData("medical-association", 6, 6, 3, 10, 80, "10,5,1,0")]
    [InlineData("exchange", 7, 5, 2, 10, 110, "20,10,5,1,0")]
    [InlineData("training", 8, 6, 4, 14, 190, "40,20,10,5,1,0")]
    [InlineData("group-exchange", 5, 6, 3, 11, 145, "20,10,5,1,0")]
    public void Load_Kind_IsComplete(
        string code,
        int participants,
        int points,
        int papers,
        int tasks,
        int minutes,
        string reminders
    )
    {
        CouncilTemplate kind = Templates.Find(code)!;

        Assert.Equal(participants, kind.Participants.Count);
        Assert.Equal(points, kind.Agenda.Count);
        Assert.Equal(papers, kind.Papers.Count);
        Assert.Equal(tasks, kind.Tasks.Count);
        Assert.Equal(TimeSpan.FromMinutes(minutes), kind.Length);
        Assert.Equal(reminders, string.Join(',', kind.Reminders));
        Assert.Contains(kind.Participants, p => p.Sector == Sector.HealthCentre);
        Assert.Contains(kind.Participants, p => p.Needed);
        Assert.NotEmpty(kind.Sources);
    }

    [Fact]
    public void Load_Tasks_RunTowardsTheMeeting() =>
        Assert.All(
            Templates.All,
            kind =>
            {
                int[] leads = [.. kind.Tasks.Select(t => t.Lead)];
                Assert.Equal(leads.OrderDescending(), leads);
                Assert.True(kind.FirstLead >= kind.Reminders[0], $"{kind.Code}: a reminder before there is work");
                Assert.True(Lead(kind, "date") is not { } date || date >= Lead(kind, "invite"), kind.Code);
                Assert.True(Lead(kind, "invite") >= 10, $"{kind.Code}: invited too late");
            }
        );

    [Fact]
    public void Load_ServedLines_AreInThePlaybook()
    {
        Playbook national = PlaybookLoader.LoadNational();

        Assert.All(
            Templates.All,
            kind =>
            {
                Assert.NotEmpty(kind.Serves);
                Assert.All(kind.Serves, id => Assert.NotNull(national.Find(id)));
            }
        );
    }

    [Theory]
    [InlineData("area", "表1-8 表1-9 表1-10 表1-11 表1-12 表1-14 表1-15 表1-16 表1-17 表1-19 表1-21 表1-22 表1-28")]
    [InlineData("medical-association", "表1-8 表1-10 表1-11 表1-13 表1-17 表1-21 表1-28")]
    [InlineData("training", "表1-26 表1-30 表1-31 表1-32")]
    public void Load_Kind_ServesItsLines(string code, string lines) =>
        Assert.Equal(lines, string.Join(' ', Templates.Find(code)!.Serves.Select(i => i.Source)));

    [Theory]
    [InlineData("medical-association", 19, 0)]
    [InlineData("palliative", 18, 30)]
    [InlineData("medical-plan", 18, 0)]
    public void Load_KindWithDoctors_MeetsInTheEvening(string code, int hour, int minute) =>
        Assert.Equal(new TimeOnly(hour, minute), Templates.Find(code)!.Hours.From);

    [Fact]
    public void Load_MedicalAssociation_HasTheNineSteps()
    {
        IReadOnlyList<LocalText> steps = Templates.Find("medical-association")!.Steps;

        Assert.Equal(9, steps.Count);
        Assert.Contains("挨拶", steps[0].Ja, StringComparison.Ordinal);
        Assert.Contains("担当者を決めて", steps[2].Ja, StringComparison.Ordinal);
        Assert.Contains("協議会", steps[5].Ja, StringComparison.Ordinal);
        Assert.Contains("月に一度", steps[7].Ja, StringComparison.Ordinal);
        Assert.All(Templates.All.Where(t => t.Code != "medical-association"), t => Assert.Empty(t.Steps));
    }

    [Theory]
    [InlineData("discharge", "discharge")]
    [InlineData("intractable-diseases", "intractable")]
    [InlineData("dementia", "dementia")]
    [InlineData("palliative-care", "palliative")]
    [InlineData("rehabilitation", "rehabilitation")]
    [InlineData("area-medical-plan", "medical-plan")]
    [InlineData("municipal-support", "area one-to-one medical-association")]
    [InlineData("other", "")]
    public void OfferedFor_Field_BeginsWithItsKinds(string field, string codes)
    {
        IReadOnlyList<CouncilTemplate> offered = Templates.OfferedFor(ThemeField.Find(field)!);

        Assert.Equal(13, offered.Count);
        string[] first = codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(first, offered.Take(first.Length).Select(t => t.Code));
    }

    [Fact]
    public void DueBefore_AreaCouncil_SkipsTheHolidaysOfAutumn()
    {
        CouncilTemplate area = Templates.Find("area")!;
        DateOnly meeting = new(2026, 12, 4);

        Assert.Equal(
            ["purpose 10/6", "consult 10/14", "key-people 10/21", "date 10/21"],
            area.Tasks.Take(4)
                .Select(t => (t.Code, Due: t.DueBefore(meeting, BusinessDays.National)))
                .Select(t => $"{t.Code} {t.Due.Month}/{t.Due.Day}")
        );
    }

    [Fact]
    public void Load_Texts_AreJapaneseAndEnglish() =>
        Assert.All(
            Templates.All.SelectMany(Texts),
            text =>
            {
                Assert.Matches("[ぁ-んァ-ヶ一-龠]", text.Ja);
                Assert.Matches("^[A-Z][ -~]*[^. ]$", text.En);
                Assert.DoesNotMatch("[。. ]$", text.Ja);
            }
        );

    [Fact]
    public void Load_Phrases_AreOfTheirKind() =>
        Assert.All(
            Templates.All,
            kind =>
            {
                // A task tells to do something; agenda and papers name things; a purpose says what place it is.
                Assert.All(kind.Tasks, t => Assert.Matches("[うくすつぬむるぶ]$", t.Text.Ja));
                Assert.All(kind.Agenda.Select(a => a.Text.Ja), t => Assert.DoesNotMatch("(する|ます|です|いる)$", t));
                Assert.EndsWith("場", kind.Purpose.Ja, StringComparison.Ordinal);
            }
        );

    [ReportFact]
    public async Task Load_Sentences_AreNotTheDocuments()
    {
        List<string> documents = [];
        foreach (string path in Directory.EnumerateFiles(Path.GetDirectoryName(Report.Path!)!, "00*.txt"))
        {
            documents.Add(Report.Letters(await File.ReadAllTextAsync(path)));
        }

        Assert.Contains(
            documents,
            d => d.Contains("医師会に司会や議題の提案など先導役を依頼", StringComparison.Ordinal)
        );
        foreach (CouncilTemplate kind in Templates.All)
        {
            IEnumerable<LocalText> sentences = [kind.Purpose, .. kind.Tasks.Select(t => t.Text), .. kind.Steps];
            Assert.All(
                sentences,
                s => Assert.DoesNotContain(documents, d => d.Contains(Report.Letters(s.Ja), StringComparison.Ordinal))
            );
        }
    }

    private static int? Lead(CouncilTemplate kind, string task) =>
        kind.Tasks.FirstOrDefault(t => t.Code == task)?.Lead
        ?? (task == "invite" ? throw new InvalidOperationException($"{kind.Code} invites nobody.") : null);

    private static IEnumerable<LocalText> Texts(CouncilTemplate kind) =>
        [
            kind.Purpose,
            kind.Hours.Why,
            .. kind.Participants.Select(p => p.Who),
            .. kind.Agenda.Select(a => a.Text),
            .. kind.Papers.Select(p => p.Text),
            .. kind.Tasks.Select(t => t.Text),
            .. kind.Steps,
        ];
}
