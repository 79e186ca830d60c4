using System.Text.Json.Nodes;
using Renkei.Domain.Councils;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Play;

/// <summary>A discharge council of 東部 on Friday 2026-12-18, its date set on 2 November, and what people do with it.</summary>
internal sealed class SampleCouncil(TestBot bot)
{
    public static readonly CouncilId Id = CouncilId.Of("tobu", "taiin1");
    public static readonly MeetingTime December18 = new(new(2026, 12, 18), new(14, 0), 120);
    public static readonly PersonRef Kawakami = new(TestBot.IdOf(4), "川上 由美");

    /// <summary>The council as it stands.</summary>
    public async Task<Council> NowAsync() => (await bot.Councils.FindAsync(TestBot.Tenant, Id, default))!;

    /// <summary>Adds it, with what the template brings, in both languages.</summary>
    public async Task<Council> AddAsync(bool isJapanese = true, ThemeId? theme = null)
    {
        Council begun = Council.Begin(
            Id,
            bot.Templates.Find("discharge")!,
            isJapanese ? "東部圏域 退院支援ルールの調整会議" : "Discharge coordination, eastern area",
            theme,
            new(2026, 12, 1),
            [isJapanese ? Kawakami : new(TestBot.IdOf(4), "Yumi Kawakami")],
            isJapanese ? Kawakami : new(TestBot.IdOf(4), "Yumi Kawakami"),
            new(2026, 10, 30, 0, 0, 0, TimeSpan.Zero)
        );
        return await bot.Councils.AddAsync(
            TestBot.Tenant,
            begun with
            {
                Purpose = isJapanese ? "入院から退院までの連絡の時期と窓口を決める" : "Settle when and whom to contact",
                When = December18,
                DateSetAt = new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero),
                Participants = Participants(isJapanese),
            },
            default
        );
    }

    /// <summary>Changes it behind everybody's back.</summary>
    public async Task<Council> ChangeAsync(Func<Council, Council> change, PersonRef? by = null) =>
        (
            await bot.Councils.ChangeAsync(
                TestBot.Tenant,
                Id,
                by ?? Kawakami,
                CouncilStep.Purpose,
                change,
                CancellationToken.None
            )
        )!;

    /// <summary>Data that names it, and more.</summary>
    public static JsonObject Data(params (string Name, JsonNode? Value)[] more)
    {
        JsonObject data = new() { ["c"] = Id.ToString() };
        foreach ((string name, JsonNode? value) in more)
        {
            data[name] = value;
        }
        return data;
    }

    /// <summary>Whom it lists: a municipality and a support centre with an account, a hospital and care managers without, a nurse.</summary>
    public static IReadOnlyList<Participant> Participants(bool isJapanese = true) => [.. People(isJapanese)];

    private static IEnumerable<Participant> People(bool isJapanese)
    {
        string Say(string ja, string en) => isJapanese ? ja : en;
        PersonRef by = new(TestBot.IdOf(4), Say("川上 由美", "Yumi Kawakami"));
        yield return new(
            "p1",
            "municipality",
            Say("あおば市", "Aoba City"),
            Say("小林 結衣", "Yui Kobayashi"),
            new(TestBot.IdOf(10), null, null),
            by
        );
        yield return new(
            "p2",
            "medical-care",
            Say("あおば市立病院", "Aoba City Hospital"),
            Say("地域連携室", "liaison office"),
            new(null, null, "0123-45-6789"),
            by
        );
        yield return new(
            "p3",
            "care-manager",
            Say("東部ケアマネ連絡会", "Care managers of the east"),
            "",
            new(null, "jimu@example.jp", null),
            by
        );
        yield return new(
            "p4",
            "community-support",
            Say("みどり町地域包括支援センター", "Community support centre Midori"),
            Say("木村 剛", "Go Kimura"),
            new(TestBot.IdOf(11), null, null),
            by
        );
        yield return new(
            "p5",
            "health-centre",
            Say("東部保健所", "Eastern Health Centre"),
            Say("佐藤 美咲", "Misaki Sato"),
            new(TestBot.IdOf(3), null, null),
            by
        );
    }
}
