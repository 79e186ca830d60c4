using Microsoft.Extensions.Options;
using Renkei.Bot.Checklists;
using Renkei.Bot.People;
using Renkei.Bot.Themes;
using Renkei.Domain.Checklists;
using Renkei.Domain.People;
using Renkei.Domain.Places;
using Renkei.Domain.Playbooks;
using Renkei.Domain.Themes;
using Renkei.Domain.Time;
using Renkei.Tables;

namespace Renkei.Bot.Trial;

/// <summary>
/// Fills an empty store with the fictional ひかり県: a head office, three centres, people of each role, two themes half way, and a council half prepared. Written
/// through the same stores as everything else, at times in the weeks before the trial began.
/// </summary>
internal sealed class SamplePrefecture(
    ITable table,
    PeopleStore people,
    ThemeStore themes,
    SampleCouncil council,
    Organisation places,
    PlaybookSet playbooks,
    TimeProvider clock,
    IOptions<TrialOptions> options
)
{
    private string Tenant => options.Value.TenantId;

    /// <summary>Writes what is not there yet; what is there stays as it is.</summary>
    public async Task EnsureAsync(CancellationToken ct)
    {
        Person takahashi = Of(1, "高橋 恵", Role.HeadOffice, null);
        Person watanabe = Of(2, "渡辺 誠", Role.Administrator, null);
        Person sato = Of(3, "佐藤 美咲", Role.Nurse, "tobu");
        Person kawakami = Of(4, "川上 由美", Role.Coordinator, "tobu");
        Person tanaka = Of(5, "田中 浩", Role.Nurse, "tobu");
        Person suzuki = Of(6, "鈴木 彩", Role.Nurse, "chubu");
        Person yamamoto = Of(7, "山本 薫", Role.Coordinator, "chubu");
        Person ito = Of(8, "伊藤 直子", Role.Nurse, "seibu");
        Person nakamura = Of(9, "中村 剛", Role.Coordinator, "seibu");
        Person kobayashi = InTown(10, "小林 結衣", "あおば市");
        Person kato = InTown(11, "加藤 亮", "ひかり市");
        Person emma = Of(13, "Emma Clark", Role.HeadOffice, null);
        // She is written last: where she is, everything is.
        if (await people.FindAsync(takahashi.Id, ct) is not null)
        {
            return;
        }
        await AddThemeAsync(
            "tobu",
            "taiin",
            "退院支援ルールづくり",
            ThemeField.Discharge,
            [sato, kawakami, tanaka],
            [
                new(40, kawakami, 1, ItemStatus.Established),
                new(38, sato, 2, ItemStatus.Established, "市町村と病院を訪ねて聞き取り"),
                new(38, sato, 3, ItemStatus.InProgress),
                new(31, tanaka, 4, ItemStatus.InProgress, "聞き取りの結果を一覧にした"),
                new(31, tanaka, 5, ItemStatus.InProgress),
                new(24, kawakami, 6, ItemStatus.InProgress),
                new(24, kawakami, 7, ItemStatus.InProgress, "退院連絡の遅れをグラフに"),
                new(2, sato, 8, ItemStatus.InProgress, "医師会の窓口は事務局長", "市立病院へ説明", 14),
                new(2, sato, 9, ItemStatus.Preparing),
            ],
            ct
        );
        await AddThemeAsync(
            "chubu",
            "ninchisho",
            "認知症の初期集中支援",
            ThemeField.Dementia,
            [suzuki, yamamoto],
            [
                new(60, yamamoto, 1, ItemStatus.Established),
                new(58, suzuki, 2, ItemStatus.InProgress),
                new(58, suzuki, 3, ItemStatus.InProgress),
                new(45, yamamoto, 4, ItemStatus.InProgress, "地域包括ごとに課題を整理"),
                new(45, yamamoto, 5, ItemStatus.Preparing, "", "比べる表をつくる", 10),
                new(9, suzuki, 8, ItemStatus.Preparing),
            ],
            ct
        );
        await council.EnsureAsync(
            Tenant,
            ThemeId.Of("tobu", FiscalYear.Containing(clock.GetUtcNow()).Year, "taiin"),
            kawakami.Ref,
            sato.Ref,
            tanaka.Ref,
            kobayashi.Ref,
            clock.GetUtcNow(),
            ct
        );
        foreach (
            Person person in (Person[])
                [watanabe, sato, kawakami, tanaka, suzuki, yamamoto, ito, nakamura, kobayashi, kato, emma, takahashi]
        )
        {
            await people.TryAddAsync(new(person.Id, person.Name, person, null, null, default), ct);
        }
    }

    private async Task AddThemeAsync(
        string centre,
        string name,
        string title,
        ThemeField field,
        IReadOnlyList<Person> members,
        IReadOnlyList<SampleAnswer> answers,
        CancellationToken ct
    )
    {
        DateTimeOffset now = clock.GetUtcNow();
        ThemeId id = ThemeId.Of(centre, FiscalYear.Containing(now).Year, name);
        IReadOnlyList<string> towns = [.. places.MunicipalitiesOf(centre).Select(m => m.Code)];
        PersonRef[] refs = [.. members.Select(m => m.Ref)];
        await themes.AddAsync(Tenant, new(id, title, field.Code, towns, refs, refs[0], now.AddDays(-61)), ct);
        foreach (IGrouping<(int DaysAgo, Person By), SampleAnswer> day in answers.GroupBy(a => (a.DaysAgo, a.By)))
        {
            // Each save at its own past moment, so that the history reads like one.
            ChecklistStore past = new(table, themes, new Moment(now.AddDays(-day.Key.DaysAgo)));
            AnswerEdit[] edits = [.. day.Select(a => new AnswerEdit(ItemId.National(a.Item), 0, a.ToAnswer(now)))];
            int group = playbooks.National.Groups.First(g => g.Items.Any(i => i.Id == edits[^1].Item)).Number;
            string save = $"sample{day.Key.DaysAgo}x{day.Key.By.Id.ObjectId[^2..]}";
            await past.SaveAsync(new(day.Key.By, id, edits, new(id, group, null), save), ct);
        }
    }

    private Person Of(int number, string name, Role role, string? centre) =>
        new(IdOf(number), name, role, centre, null);

    private Person InTown(int number, string name, string town)
    {
        Municipality municipality = places.Municipalities.First(m => m.Name.Ja == town);
        return new(IdOf(number), name, Role.MunicipalStaff, municipality.CentreCode, municipality.Code);
    }

    private PersonId IdOf(int number) => new(Tenant, $"00000000-0000-4000-a000-{number:D12}");

    private sealed record SampleAnswer(
        int DaysAgo,
        Person By,
        int Item,
        ItemStatus Status,
        string Note = "",
        string? Step = null,
        int DueInDays = 0
    )
    {
        public Answer ToAnswer(DateTimeOffset now)
        {
            DateOnly today = TokyoTime.DateOf(now);
            return new(
                Status,
                "",
                Note,
                Status.IsReached() ? today.AddDays(-DaysAgo) : null,
                Step is null ? null : new(Step, today.AddDays(DueInDays), By.Ref)
            );
        }
    }

    private sealed class Moment(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
