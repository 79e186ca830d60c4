using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Renkei.Benchmarks;

/// <summary>
/// One public health nurse with a theme of her own, and the activities her Teams sends. Each has another id, or the bot would take it
/// for a repetition.
/// </summary>
internal sealed class Nurse
{
    public const string AppId = "00000000-0000-4000-c000-000000000001";
    public const string TenantId = "00000000-0000-4000-b000-000000000001";

    /// <summary>Go on in the checklist: reads the person, where she is, her theme and its lines, and posts the card of a role group.</summary>
    public const string Continue = "続き";

    /// <summary>The themes of the centre.</summary>
    public const string List = "段階チェック";

    private static readonly (string Centre, string Town)[] Centres =
    [
        ("tobu", "002020"),
        ("chubu", "002011"),
        ("seibu", "002038"),
    ];
    private static readonly JsonSerializerOptions AsTeams = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Sixteen digits, so that a new id does not change the length of a request.
    private static long lastId = 1_700_000_000_000_000;

    private readonly int number;
    private readonly LocalTeams teams;
    private readonly string themeName;
    private string themeId = "";
    private string revisions = "";
    private string cardToken = "";

    public Nurse(int number, LocalTeams teams)
    {
        (this.number, this.teams) = (number, teams);
        themeName = string.Create(CultureInfo.InvariantCulture, $"bench{number}");
    }

    /// <summary>Saves that were acknowledged.</summary>
    public int Saves { get; private set; }

    /// <summary>Registers her, makes her theme and opens its first role group, through the bot like everybody.</summary>
    public async Task JoinAsync(TurnConnection connection, string token)
    {
        (string centre, string town) = Centres[number % Centres.Length];
        await PressAsync(
            connection,
            token,
            "join/done",
            new()
            {
                ["role"] = "Nurse",
                ["prefecture"] = "000001",
                ["in_centre"] = centre,
            }
        );
        string made = await PressAsync(
            connection,
            token,
            "themes/create",
            new()
            {
                ["k"] = themeName,
                ["in_field"] = "discharge",
                ["in_name"] = $"退院支援ルールづくり{number}",
                ["in_towns"] = town,
            }
        );
        const string Before = "\"t\":\"";
        int at = made.IndexOf(Before + centre, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidDataException($"No theme was made: {made}");
        }
        themeId = made[(at + Before.Length)..made.IndexOf('"', at + Before.Length)];
        Remember(
            Encoding.UTF8.GetBytes(
                await PressAsync(connection, token, "walk/open", new() { ["t"] = themeId, ["g"] = 1 })
            )
        );
    }

    /// <summary>The request of a typed text; <see cref="SetNextId"/> makes it another one.</summary>
    public byte[] Typed(string token, string text)
    {
        JsonObject activity = Start("message");
        activity["textFormat"] = "plain";
        activity["text"] = text;
        return TurnConnection.Request(token, activity.ToJsonString(AsTeams));
    }

    /// <summary>Gives a request of <see cref="Typed"/> the next id, in place.</summary>
    public static void SetNextId(byte[] request)
    {
        ReadOnlySpan<byte> before = "\"id\":\""u8;
        int at = request.AsSpan().IndexOf(before) + before.Length;
        Interlocked.Increment(ref lastId).TryFormat(request.AsSpan(at), out _, provider: CultureInfo.InvariantCulture);
    }

    /// <summary>The request of a press of 「保存」 on the card of the last answer, with the first line's state changed.</summary>
    public byte[] Save(string token)
    {
        JsonObject data = new()
        {
            ["t"] = themeId,
            ["g"] = 1,
            ["r"] = revisions,
            ["k"] = cardToken,
            ["to"] = "stay",
            ["in_s_01"] = Saves % 2 == 0 ? "i" : "p",
            ["in_n_01"] = "市町村と病院を訪ねて聞き取り",
        };
        return TurnConnection.Request(token, Invoke("walk/go", data).ToJsonString(AsTeams));
    }

    /// <summary>Takes the answer of a save: what the next press sends back.</summary>
    public void Saved(ReadOnlySpan<byte> answer)
    {
        Remember(answer);
        Saves++;
    }

    /// <summary>Compares what was acknowledged with what the bot says is stored.</summary>
    /// <exception cref="InvalidDataException">They differ.</exception>
    public void DemandEverySaveKept()
    {
        string? first = revisions.Split(' ').FirstOrDefault(r => r.StartsWith("01:", StringComparison.Ordinal));
        int kept = first is null ? 0 : int.Parse(first.AsSpan(3), CultureInfo.InvariantCulture);
        if (kept != Saves)
        {
            throw new InvalidDataException(
                $"{Saves} saves were acknowledged, and the line has been changed {kept} times."
            );
        }
    }

    private void Remember(ReadOnlySpan<byte> answer) =>
        (revisions, cardToken) = (Find(answer, "\"r\":\""u8), Find(answer, "\"k\":\""u8));

    private static string Find(ReadOnlySpan<byte> answer, ReadOnlySpan<byte> before)
    {
        int at = answer.IndexOf(before);
        if (at < 0)
        {
            throw new InvalidDataException(
                $"The answer is not the card of a role group: {Encoding.UTF8.GetString(answer)}"
            );
        }
        ReadOnlySpan<byte> rest = answer[(at + before.Length)..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)'"')]);
    }

    private async Task<string> PressAsync(TurnConnection connection, string token, string verb, JsonObject data)
    {
        byte[] request = TurnConnection.Request(token, Invoke(verb, data).ToJsonString(AsTeams));
        return Encoding.UTF8.GetString((await connection.PostAsync(request)).Span);
    }

    private JsonObject Invoke(string verb, JsonObject data)
    {
        JsonObject activity = Start("invoke");
        activity["name"] = "adaptiveCard/action";
        activity["replyToId"] = "1700000000001";
        activity["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
        return activity;
    }

    private JsonObject Start(string type)
    {
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        JsonObject client = new()
        {
            ["type"] = "clientInfo",
            ["locale"] = "ja-JP",
            ["country"] = "JP",
            ["platform"] = "Windows",
            ["timezone"] = "Asia/Tokyo",
        };
        return new()
        {
            ["type"] = type,
            ["id"] = Interlocked.Increment(ref lastId).ToString(CultureInfo.InvariantCulture),
            ["timestamp"] = now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
            ["localTimezone"] = "Asia/Tokyo",
            ["locale"] = "ja-JP",
            ["serviceUrl"] = teams.ServiceUrl,
            ["channelId"] = "msteams",
            ["from"] = new JsonObject
            {
                ["id"] = $"29:bench-{number:D4}",
                ["name"] = $"保健師 {number:D4}",
                ["aadObjectId"] = $"00000000-0000-4000-a000-{10_000 + number:D12}",
            },
            ["recipient"] = new JsonObject { ["id"] = "28:" + AppId, ["name"] = "Renkei" },
            ["conversation"] = new JsonObject
            {
                ["id"] = $"a:bench-{number:D4}",
                ["conversationType"] = "personal",
                ["tenantId"] = TenantId,
            },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
            ["entities"] = new JsonArray(client),
        };
    }
}
