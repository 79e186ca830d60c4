using Renkei.Bot.Requests;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Requests;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Features.Requests;

/// <summary>A nurse of 東部, two people of head office, their channel, and a theme.</summary>
internal sealed class RequestStage : IAsyncDisposable
{
    private RequestStage(string locale) => this.locale = locale;

    private readonly string locale;

    public TestBot Bot { get; } = new();
    public Player Sato { get; private set; } = null!;
    public Player Tanaka { get; private set; } = null!;
    public Player Suzuki { get; private set; } = null!;
    public Player Takahashi { get; private set; } = null!;
    public Player Inoue { get; private set; } = null!;
    public ThemeId Theme { get; private set; } = null!;

    public bool IsJapanese => locale == "ja-JP";

    public static async Task<RequestStage> OpenAsync(string locale = "ja-JP")
    {
        RequestStage stage = new(locale);
        stage.Sato = await stage.EnterAsync("佐藤 美咲", "Misaki Sato", 3, Role.Nurse, "tobu");
        stage.Tanaka = await stage.EnterAsync("田中 浩", "Hiroshi Tanaka", 5, Role.Nurse, "tobu");
        stage.Suzuki = await stage.EnterAsync("鈴木 彩", "Aya Suzuki", 6, Role.Nurse, "chubu");
        stage.Takahashi = await stage.EnterAsync("高橋 恵", "Megumi Takahashi", 1, Role.HeadOffice, null);
        stage.Inoue = await stage.EnterAsync("井上 健", "Ken Inoue", 2, Role.HeadOffice, null);
        stage.Theme = ThemeId.Of("tobu", 2026, "taiin");
        await stage.Bot.Themes.AddAsync(
            TestBot.Tenant,
            new(
                stage.Theme,
                stage.Say("退院支援ルールづくり", "Rules for discharge support"),
                "discharge",
                ["002020"],
                [stage.Sato.Ref],
                stage.Sato.Ref,
                stage.Bot.Clock.Now
            ),
            CancellationToken.None
        );
        return stage;
    }

    public string Say(string ja, string en) => IsJapanese ? ja : en;

    /// <summary>Head office makes the group its desk.</summary>
    public async Task<Shown> MakeDeskAsync()
    {
        Shown ask = await Takahashi.SayAsync(
            Say("ここを本庁の窓口にする", "make this the head office desk"),
            inGroup: true
        );
        return await Takahashi.PressInAsync(ask, Say("ここを窓口にする", "Make it the desk"), inGroup: true);
    }

    /// <summary>佐藤 asks about the theme's line 8, and what is due is sent.</summary>
    public async Task<RequestId> AskAsync(
        string title = "退院連絡の様式をそろえたい",
        string text = "病院ごとに様式が違います。"
    )
    {
        Shown form = await Sato.AskFromAsync(new() { ["t"] = Theme.ToString(), ["i"] = "08" });
        Shown check = await Sato.PressAsync(
            form,
            Say("内容を確かめる", "Check before sending"),
            ("in_title", title),
            ("in_text", text)
        );
        await Sato.PressAsync(check, Say("県本庁に送る", "Send to head office"));
        await Bot.SendDueAsync();
        return (await OpenLinesAsync()).Last(l => l.Title == title).Id;
    }

    /// <summary>What 佐藤 was told of; without the cards on which a request is written.</summary>
    public IReadOnlyList<Shown> ToldSato => [.. Sato.Received.Where(s => !s.Inputs.ContainsKey("in_title"))];

    public Task<IReadOnlyList<RequestLine>> OpenLinesAsync() =>
        Bot.Requests.OpenAsync(TestBot.Tenant, "00", null, CancellationToken.None);

    public async Task<SupportRequest> ReadAsync(RequestId id) =>
        (await Bot.Requests.FindAsync(TestBot.Tenant, id, CancellationToken.None))!;

    /// <summary>The cards in head office's channel as everybody sees them now.</summary>
    public IReadOnlyList<Shown> Channel =>
        [.. Bot.Teams.StandingIn(Player.Group).Select(Shown.Of).Where(s => s.Card is not null)];

    /// <summary>The newest card of a request in the channel.</summary>
    public Shown Card(string title = "様式") => Channel.Last(c => c.Text.Contains(title, StringComparison.Ordinal));

    /// <summary>Writes a step from a card and presses send.</summary>
    public async Task<Shown> WriteAsync(Player player, Shown card, string button, string text, bool inGroup = false)
    {
        Shown form = await player.PressInAsync(card, button, inGroup);
        Shown done = await player.PressInAsync(form, Say("送る", "Send"), inGroup, ("in_text", text));
        await Bot.SendDueAsync();
        return done;
    }

    public ValueTask DisposeAsync() => Bot.DisposeAsync();

    private Task<Player> EnterAsync(string ja, string en, int number, Role role, string? centre) =>
        Bot.EnterAsync(Say(ja, en), number, role, centre, locale: locale);
}
