using System.Text.Json;
using Renkei.Room;
using Renkei.Room.Client;
using Renkei.Room.Conversations;

namespace Renkei.EndToEnd.Tests.Setting;

/// <summary>Somebody of the sample prefecture at work: says things, presses buttons, and sees cards.</summary>
internal sealed class Colleague(TrialRoom trial, Seat seat)
{
    /// <summary>Her or his place in the room.</summary>
    public Seat Seat { get; } = seat;

    /// <summary>What the bot wrote here, oldest first.</summary>
    public IReadOnlyList<MessageView> FromBot => [.. Seat.Messages.Where(m => m.From.IsBot)];

    /// <summary>The newest card of the bot here.</summary>
    public ShownCard Newest => CardOf(FromBot[^1]);

    /// <summary>The same person in a group chat or channel.</summary>
    public Colleague In(string conversation) => new(trial, Seat.In(conversation));

    /// <summary>Says something and gets the bot's one answer.</summary>
    public async Task<MessageView> AskAsync(string text)
    {
        int before = FromBot.Count;
        SaidMessage said = await Seat.SayAsync(text, CancellationToken.None);
        Assert.True(said.Answer is { Ok: true, Status: 200 }, $"\"{text}\": {said.Answer}\n{trial.Log}");
        return Assert.Single(FromBot.Skip(before));
    }

    /// <summary>Says something and gets the card that answers it.</summary>
    public async Task<ShownCard> SayAsync(string text) => CardOf(await AskAsync(text));

    /// <summary>The card in a message as it is shown now.</summary>
    public ShownCard Look(ShownCard card) => CardOf(Seat.Messages.Single(m => m.Id == card.MessageId));

    /// <summary>Presses a button and gets the card that takes its place.</summary>
    public Task<ShownCard> PressAsync(ShownCard card, string title, params (string Input, string Value)[] filled) =>
        PressAsync(card, card.Button(title), filled);

    /// <summary>Presses a button and gets the card that takes its place.</summary>
    public async Task<ShownCard> PressAsync(
        ShownCard card,
        CardPress button,
        params (string Input, string Value)[] filled
    )
    {
        CardAnswer answer = await TryPressAsync(card, button, filled);
        Assert.True(
            answer is { StatusCode: 200, Card: not null },
            $"\"{button.Title}\": {answer.Error} {answer.Body}\n{trial.Log}"
        );
        return new(card.MessageId, answer.Card!.Value);
    }

    /// <summary>Presses a button and gets whatever comes back.</summary>
    public Task<CardAnswer> TryPressAsync(ShownCard card, string title, params (string Input, string Value)[] filled) =>
        TryPressAsync(card, card.Button(title), filled);

    /// <summary>Presses a button and gets whatever comes back. Inputs nobody touched are sent as they are, as Teams does.</summary>
    public Task<CardAnswer> TryPressAsync(
        ShownCard card,
        CardPress button,
        params (string Input, string Value)[] filled
    )
    {
        Dictionary<string, string> inputs = new(card.Inputs);
        foreach ((string input, string value) in filled)
        {
            Assert.True(
                inputs.ContainsKey(input),
                $"The card has no input {input}, only {string.Join(' ', inputs.Keys)}"
            );
            inputs[input] = value;
        }
        return Seat.PressAsync(card.MessageId, button, inputs, CancellationToken.None);
    }

    /// <summary>Starts a theme of one's own centre and gets its overview.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="members">Object ids of those who work on it as well.</param>
    public async Task<ShownCard> StartThemeAsync(string name, params string[] members)
    {
        ShownCard form = await SayAsync("新しい取り組み");
        ShownCard overview = await PressAsync(
            form,
            "つくって始める",
            [("in_field", "discharge"), ("in_name", name), .. members.Select(m => ("in_members", m))]
        );
        Assert.Equal(name, overview.Heading);
        return overview;
    }

    /// <summary>Opens a role group from an overview, as the list of roles on it does.</summary>
    public Task<ShownCard> OpenGroupAsync(ShownCard overview, int group) =>
        PressAsync(overview, "この役割を開く", ("in_group", $"{group}"));

    /// <summary>The revisions of a line, newest first, each as one text; read through the card of its role group.</summary>
    public async Task<IReadOnlyList<string>> HistoryAsync(ShownCard group, string line)
    {
        ShownCard history = await PressAsync(
            group,
            group.HistoryOf(line)
                ?? throw new InvalidOperationException($"Line {line} has no history yet.\n{group.Text}")
        );
        return
        [
            .. history
                .Json.GetProperty("body")
                .EnumerateArray()
                .Where(e => e.GetProperty("type").ValueEquals("Container"))
                .Select(e => new ShownCard(history.MessageId, e).Text),
        ];
    }

    private static ShownCard CardOf(MessageView message)
    {
        foreach (JsonElement attachment in message.Attachments)
        {
            if (attachment.TryGetProperty("content", out JsonElement content))
            {
                return new(message.Id, content);
            }
        }
        throw new InvalidOperationException($"There is no card in: {message.Text}");
    }
}
