using Renkei.Bot.Tests.Play;
using Renkei.Domain.Councils;
using Renkei.Domain.People;

namespace Renkei.Bot.Tests.Cards;

/// <summary>The cards of a council's participants, in one language.</summary>
internal static class ParticipantGallery
{
    /// <summary>The cards by name.</summary>
    public static async Task<IReadOnlyList<(string Name, Shown Card)>> MakeAsync(bool isJapanese)
    {
        await using TestBot bot = new();
        SampleCouncil council = new(bot);
        string locale = isJapanese ? "ja-JP" : "en-GB";
        string Say(string ja, string en) => isJapanese ? ja : en;
        await council.AddAsync(isJapanese);
        await council.ChangeAsync(
            c =>
                c with
                {
                    Participants =
                    [
                        .. c
                            .Participants.Where(p => p.Id != "p2")
                            .Select(p => p.Id == "p4" ? p with { Rsvp = Rsvp.Yes, InvitedAt = bot.Clock.Now } : p),
                    ],
                },
            isJapanese ? null : new(TestBot.IdOf(4), "Yumi Kawakami")
        );
        Player sato = await bot.EnterAsync(Say("佐藤 美咲", "Misaki Sato"), 3, Role.Nurse, "tobu", locale: locale);
        await bot.EnterAsync(Say("田中 浩", "Hiroshi Tanaka"), 5, Role.Nurse, "tobu", locale: locale);
        Player takahashi = await bot.EnterAsync(
            Say("高橋 恵", "Megumi Takahashi"),
            1,
            Role.HeadOffice,
            null,
            locale: locale
        );
        List<(string, Shown)> cards = [];

        Shown Keep(string name, Shown card)
        {
            Assert.NotNull(card.Card);
            cards.Add(($"{name}.{(isJapanese ? "ja" : "en")}", card));
            return card;
        }

        Shown list = Keep("list", await sato.ActAsync("participants/list", SampleCouncil.Data()));
        await sato.PressAsync(list, Say("参集者を足す", "Add people"));
        Shown choose = Keep(
            "choose",
            await sato.ActAsync("participants/choose", SampleCouncil.Data(("s", "health-centre")))
        );
        Shown form = Keep(
            "new",
            await sato.PressAsync(
                choose,
                Say("新しい人を書く", "Enter somebody new"),
                ("in_who", $"a~{TestBot.IdOf(5)}"),
                ("in_sector", "medical-association")
            )
        );
        Keep(
            "error",
            await sato.PressAsync(
                form,
                Say("この人を足す", "Add this person"),
                ("in_org", Say("東部医師会", "Eastern medical association")),
                ("in_tel", "?")
            )
        );
        Shown edit = Keep("edit", await sato.ActAsync("participants/edit", SampleCouncil.Data(("i", "p4"))));
        Keep("removed", await sato.PressAsync(edit, Say("参集者から外す", "Take off the list")));
        Keep("read", await takahashi.ActAsync("participants/list", SampleCouncil.Data()));
        Keep("group", await sato.ActAsync("participants/list", SampleCouncil.Data(), inGroup: true));
        Keep("none", await sato.ActAsync("participants/choose", SampleCouncil.Data(("s", "volunteers"))));
        return cards;
    }
}
