using Renkei.Activities.Files;
using Renkei.Bot.Tests.Play;
using Renkei.Domain.People;
using Renkei.Domain.Themes;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of exports, of files that are handed over, and of invitation files, made by people who press what leads to them.</summary>
internal static class DownloadGallery
{
    /// <summary>The cards by name without the language.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        string locale = isJapanese ? "ja-JP" : "en-GB";
        List<(string, Shown)> cards = [];
        Player sato = await bot.EnterAsync(Say("佐藤 美咲", "Misaki Sato"), 3, Role.Nurse, "tobu", locale: locale);
        Player head = await bot.EnterAsync(
            Say("高橋 恵", "Megumi Takahashi"),
            1,
            Role.HeadOffice,
            null,
            locale: locale
        );
        Player kobayashi = await bot.EnterAsync(
            Say("小林 結衣", "Yui Kobayashi"),
            10,
            Role.MunicipalStaff,
            "tobu",
            "002020",
            locale
        );
        ThemeId theme = ThemeId.Of("tobu", 2026, "taiin");
        await bot.Themes.AddAsync(
            TestBot.Tenant,
            new(
                theme,
                Say("退院支援ルールづくり", "Rules for discharge support"),
                "discharge",
                ["002020"],
                [sato.Ref],
                sato.Ref,
                bot.Clock.Now
            ),
            CancellationToken.None
        );
        string export = Say("書き出し", "export");
        string make = Say("ファイルを作る", "Make the file");
        Shown ask = Keep("export", await sato.SayAsync(export));
        Keep("export-municipality", await kobayashi.SayAsync(export));
        Shown centres = Keep("export-centres", await head.SayAsync(export));
        Keep("export-reader", await head.PressAsync(centres, Say("開く", "Open"), ("in_centre", "tobu")));
        Keep("export-group", await sato.SayAsync(export, inGroup: true));
        Keep("export-wrong", await sato.ActAsync("exports/make", new() { ["in_what"] = $"theme~{theme}" }));
        Keep("export-refused", await sato.ActAsync("exports/ask", new() { ["c"] = "chubu" }));
        Keep("file-offered", await sato.PressAsync(ask, make));
        bot.Uploads.Fault = UploadFault.Busy;
        Keep("file-failed", (await sato.AnswerFileAsync(accept: true))!);
        bot.Uploads.Fault = null;
        Keep("file-declined", (await sato.AnswerFileAsync(accept: false))!);
        Keep("file-delivered", (await sato.AnswerFileAsync(accept: true))!);
        await InvitationsAsync();
        return cards;

        async Task InvitationsAsync()
        {
            SampleCouncil council = new(bot);
            await council.AddAsync(isJapanese);
            Keep("invitation-step-file", await sato.ActAsync("council/step", SampleCouncil.Data(("s", 7))));
            Shown one = Keep("invitation-file", await sato.ActAsync("invitation/file", SampleCouncil.Data()));
            Keep("invitation-file-wrong", await sato.PressAsync(one, make, ("in_mail", "tobu")));
            Keep("invitation-file-offered", await sato.PressAsync(one, make, ("in_mail", "tobu@pref.example.jp")));
            Keep("invitation-file-delivered", (await sato.AnswerFileAsync(accept: true))!);
            await council.ChangeAsync(c => c.MovedTo(new(new(2026, 12, 21), new(15, 0), 90), sato.Ref, bot.Clock.Now));
            Keep("invitation-file-changed", await sato.ActAsync("invitation/file", SampleCouncil.Data()));
            await council.ChangeAsync(c => c.Cancelled(sato.Ref, bot.Clock.Now));
            Keep("invitation-file-cancelled", await sato.ActAsync("invitation/file", SampleCouncil.Data()));
        }

        string Say(string ja, string en) => isJapanese ? ja : en;

        Shown Keep(string name, Shown card)
        {
            Assert.NotNull(card.Card);
            cards.Add((name, card));
            return card;
        }
    }
}
