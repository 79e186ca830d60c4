using Renkei.Activities.Turns;
using Renkei.Bot.Conversation;
using Renkei.Cards;
using Renkei.Domain;
using Renkei.Domain.Text;

namespace Renkei.Bot.Features.Help;

/// <summary>Understands what people type (R1): the command meant, or the three nearest as buttons; and the help page.</summary>
internal sealed class HelpFeature : IFeature
{
    private static readonly LocalText Help = new("ヘルプ", "Help");
    private static readonly LocalText HelpDescription = new("できることの一覧を出します", "Lists what is possible");
    private static readonly LocalText HelpHeading = new("Renkei でできること", "What Renkei can do");
    private static readonly LocalText HelpHow = new(
        "下のボタンを押すか、言葉で送ってください。言い方は自由です（例：「チェックリスト見せて」「続きからお願いします」）。",
        "Press a button or type. Any wording will do, for example “show the checklist” or “continue”."
    );
    private static readonly LocalText HelpGroups = new(
        "グループチャットやチャネルでは @Renkei を付けてください。答えるのは個人チャットでお願いします。",
        "In group chats and channels mention @Renkei. Please answer in your personal chat."
    );
    private static readonly LocalText Unsure = new("うまく読み取れませんでした", "I did not quite understand");
    private static readonly LocalText Nearest = new(
        "これのことでしょうか。ほかのことなら「ヘルプ」に、できることの一覧があります。",
        "Did you mean one of these? If not, “Help” lists everything I can do."
    );
    private static readonly LocalText InPersonalChat = new(
        "それは個人チャットでお願いします。ここでは「段階チェック」「会議準備」「週次まとめ」「ヘルプ」が使えます。",
        "Please do that in your personal chat with me. Here I answer “stage check”, “councils”, “weekly summary” and “help”."
    );

    private static readonly LocalText Welcome = new(
        "こちらこそ、ありがとうございます。続けるときは「続き」、できることを見るときは「ヘルプ」と送ってください。",
        "You are welcome. Say “continue” to go on, or “help” to see what I can do."
    );

    // Courtesies ask for nothing: to be told that they were not understood would be rude.
    private static readonly HashSet<string> Courtesies =
    [
        .. new[]
        {
            "ありがとう",
            "ありがとうございます",
            "ありがとうございました",
            "助かりました",
            "おつかれさま",
            "お疲れ様でした",
            "おつかれさまでした",
            "了解",
            "了解しました",
            "わかりました",
            "thanks",
            "thank you",
        }.Select(TextNormaliser.Normalise),
    ];

    private const string OtherCommand = "in_command";

    private static readonly LocalText Others = new("ほかにできること", "More");
    private static readonly LocalText OpenOther = new("これを開く", "Open this");

    // Teams shows six: the others are chosen from a list, which has a button as well.
    private const int ButtonsInARow = 5;

    private readonly Lazy<CommandMatcher<BotCommand>> matcher;
    private BotRoutes? routes;

    public HelpFeature() => matcher = new(BuildMatcher);

    public void Register(BotRoutes routes)
    {
        this.routes = routes;
        routes.OnCommand(
            new(
                CommandCodes.Help,
                CommandGroup.Settings,
                Help,
                HelpDescription,
                [
                    "使い方",
                    "つかいかた",
                    "できること",
                    "こまった",
                    "助けて",
                    "わからない",
                    "わかりません",
                    "使い方がわからない",
                    "使い方を教えて",
                    "何ができる",
                    "なにができる",
                    "メニュー",
                    "how to use",
                    "what can you do",
                    "menu",
                ],
                (turn, _, _) => Task.FromResult(ShowHelp(turn)),
                Access.Everybody,
                InGroups: true
            )
        );
        routes.OnText(AnswerTextAsync);
        routes.OnCard(BotCards.CommandVerb, RunPressedAsync, Access.Everybody);
    }

    /// <summary>Words that two commands share, or that are one slip apart, are a fault of the program: found at start.</summary>
    public void CheckCommands() => _ = matcher.Value;

    private CommandMatcher<BotCommand> BuildMatcher() =>
        new(
            routes!.Commands.Select(c => new Command<BotCommand>(c, [c.Title.Ja, c.Title.En, .. c.Words], c.TakesText))
        );

    private Task<CardReply> AnswerTextAsync(BotTurn turn, string text, CancellationToken ct)
    {
        if (matcher.Value.Match(text) is { } match)
        {
            return RunAsync(match.Command, turn, match.Rest, ct);
        }
        if (turn.Person is null && turn.IsPersonal)
        {
            return routes!.RunAsync(routes.Commands.First(c => c.Access == Access.Members), turn, "", ct);
        }
        if (Courtesies.Contains(TextNormaliser.Normalise(text)))
        {
            return Task.FromResult<CardReply>(new CardReply.Message(turn.In(Welcome)));
        }
        IEnumerable<BotCommand> nearest = matcher
            .Value.Nearest(text, routes!.Commands.Count)
            .Where(c => c.Code != CommandCodes.Help && (turn.IsPersonal || c.InGroups))
            .Take(3);
        return Task.FromResult(
            BotCards.Reply(
                turn,
                turn.In(Unsure),
                [TextBlock.Heading(turn.In(Unsure)), new TextBlock(turn.In(Nearest))],
                [.. nearest.Select(c => BotCards.Button(turn, c)), BotCards.Button(turn, CommandCodes.Help, Help)]
            )
        );
    }

    private Task<CardReply> RunPressedAsync(BotTurn turn, ActionForm form, CancellationToken ct)
    {
        string? code = form.Text("c") ?? form.Text(OtherCommand);
        return routes!.Commands.FirstOrDefault(c => c.Code == code) is { } command
            ? RunAsync(command, turn, "", ct)
            : Task.FromResult(ShowHelp(turn));
    }

    private Task<CardReply> RunAsync(BotCommand command, BotTurn turn, string rest, CancellationToken ct) =>
        turn.IsPersonal || command.InGroups
            ? routes!.RunAsync(command, turn, rest, ct)
            : Task.FromResult(command.Elsewhere?.Invoke(turn) ?? new CardReply.Message(turn.In(InPersonalChat)));

    private CardReply ShowHelp(BotTurn turn)
    {
        BotCommand[] shown = [.. routes!.Commands.Where(c => turn.IsPersonal || c.InGroups).OrderBy(c => c.Group)];
        BotCommand[] offered = [.. shown.Where(c => c.Code != CommandCodes.Help)];
        List<CardElement> body =
        [
            TextBlock.Heading(turn.In(HelpHeading)),
            new TextBlock(turn.In(HelpHow)),
            .. shown.GroupBy(c => c.Group).SelectMany(g => Group(turn, g)),
            TextBlock.Remark(turn.In(HelpGroups)),
        ];
        List<AdaptiveAction> actions = [.. offered.Take(ButtonsInARow).Select(c => BotCards.Button(turn, c))];
        if (offered.Length > ButtonsInARow)
        {
            body.Add(
                new ChoiceSetInput(
                    OtherCommand,
                    turn.In(Others),
                    [.. offered.Skip(ButtonsInARow).Select(c => new Choice(turn.In(c.Title), c.Code))]
                )
                {
                    Value = offered[ButtonsInARow].Code,
                }
            );
            actions.Add(new ExecuteAction(turn.In(OpenOther), BotCards.CommandVerb));
        }
        return BotCards.Reply(turn, turn.In(HelpHeading), body, actions);
    }

    private static IEnumerable<CardElement> Group(BotTurn turn, IGrouping<CommandGroup, BotCommand> commands) =>
        [
            new TextBlock(turn.In(TitleOf(commands.Key)))
            {
                Weight = TextWeight.Bolder,
                Color = TextColor.Accent,
                Separator = true,
            },
            new FactSet([.. commands.Select(c => new Fact(turn.In(c.Title), turn.In(c.Description)))]),
        ];

    private static LocalText TitleOf(CommandGroup group) =>
        group switch
        {
            CommandGroup.Themes => new("取り組み", "Themes"),
            CommandGroup.Councils => new("会議", "Councils"),
            CommandGroup.Dates => new("日程", "Dates"),
            CommandGroup.Summaries => new("まとめとファイル", "Summaries and files"),
            CommandGroup.HeadOffice => new("県本庁とのやりとり", "With head office"),
            CommandGroup.Settings => new("通知と設定", "Notices and settings"),
            _ => throw new ArgumentOutOfRangeException(nameof(group), group, null),
        };
}
