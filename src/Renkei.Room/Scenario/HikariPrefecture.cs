namespace Renkei.Room.Scenario;

/// <summary>The sample prefecture ひかり県 (code 00): invented people, chats and channels.</summary>
public sealed class HikariPrefecture
{
    /// <summary>Entra tenant of the prefecture.</summary>
    public const string TenantId = "00000000-0000-4000-b000-000000000001";

    /// <summary>App id of the bot in it.</summary>
    public const string BotAppId = "00000000-0000-4000-c000-000000000001";

    /// <summary>The name under which people mention the bot.</summary>
    public const string BotName = "Renkei";

    /// <summary>Who has not been registered yet: the first lesson is hers.</summary>
    public const string Newcomer = "hayashi";

    private static readonly Bilingual Nurse = new("保健師", "Public health nurse");
    private static readonly Bilingual Coordinator = new("調整役", "Coordinator");
    private static readonly Bilingual HeadOffice = new("県本庁", "Prefectural head office");
    private static readonly Bilingual East = new("東部保健所", "East health centre");
    private static readonly Bilingual Middle = new("中部保健所", "Central health centre");
    private static readonly Bilingual West = new("西部保健所", "West health centre");

    private readonly Dictionary<string, RoomPerson> people;
    private readonly Dictionary<string, RoomConversation> byKey;
    private readonly Dictionary<string, RoomConversation> byTeamsId;

    /// <summary>The prefecture as it is on the first day.</summary>
    public HikariPrefecture()
    {
        People =
        [
            Person(3, "sato", "佐藤 美咲", "Misaki Sato", Nurse, East, "#4F6BED"),
            Person(4, "kawakami", "川上 由美", "Yumi Kawakami", Coordinator, East, "#0B6A6A"),
            Person(5, "tanaka", "田中 浩", "Hiroshi Tanaka", Nurse, East, "#8E562E"),
            Person(6, "suzuki", "鈴木 彩", "Aya Suzuki", Nurse, Middle, "#C239B3"),
            Person(7, "yamamoto", "山本 薫", "Kaoru Yamamoto", Coordinator, Middle, "#5C2E91"),
            Person(8, "ito", "伊藤 直子", "Naoko Ito", Nurse, West, "#986F0B"),
            Person(9, "nakamura", "中村 剛", "Takeshi Nakamura", Coordinator, West, "#2F6F3E"),
            Person(
                10,
                "kobayashi",
                "小林 結衣",
                "Yui Kobayashi",
                new("市町村保健師", "Municipal nurse"),
                new("あおば市", "Aoba City"),
                "#B4245A"
            ),
            Person(
                11,
                "kato",
                "加藤 亮",
                "Ryo Kato",
                new("市町村担当者", "Municipal officer"),
                new("ひかり市", "Hikari City"),
                "#3B5A78"
            ),
            Person(
                1,
                "takahashi",
                "高橋 恵",
                "Megumi Takahashi",
                new("県本庁 保健師", "Head office nurse"),
                HeadOffice,
                "#A4373A"
            ),
            Person(2, "watanabe", "渡辺 誠", "Makoto Watanabe", new("管理者", "Administrator"), HeadOffice, "#505A64"),
            Person(12, Newcomer, "林 さくら", "Sakura Hayashi", Nurse, East, "#C4446E") with
            {
                Notes = new(
                    "はじめは未登録です。最初の練習はこの人で。",
                    "Not registered at first: the first lesson is hers."
                ),
            },
            Person(13, "emma", "エマ・クラーク", "Emma Clark", new("外国語指導助手", "ALT"), HeadOffice, "#6B4FBB") with
            {
                Locale = "en-GB",
            },
        ];
        people = People.ToDictionary(p => p.Id, StringComparer.Ordinal);
        Conversations =
        [
            .. People.Select(p => new RoomConversation(
                p.PersonalChat,
                ConversationKinds.Personal,
                new($"{p.Name.Ja}さんのチャット", $"{p.Name.En}'s chat"),
                [p.Id],
                TeamsIds.PersonalChat(p.Id)
            )),
            new(
                "group-taiin",
                ConversationKinds.GroupChat,
                new("退院支援ルールづくり（東部）", "Hospital discharge rules (East)"),
                ["sato", "kawakami", "tanaka", "kobayashi"],
                TeamsIds.GroupChat("group-taiin")
            ),
            new(
                "channel-honcho",
                ConversationKinds.Channel,
                HeadOffice,
                ["takahashi", "watanabe", "emma", "kawakami", "yamamoto", "nakamura"],
                TeamsIds.Channel("channel-honcho"),
                "00000000-0000-4000-d000-000000000001"
            ),
            new(
                "channel-tobu",
                ConversationKinds.Channel,
                East,
                ["sato", "kawakami", "tanaka", Newcomer],
                TeamsIds.Channel("channel-tobu"),
                "00000000-0000-4000-d000-000000000002"
            ),
        ];
        byKey = Conversations.ToDictionary(c => c.Key, StringComparer.Ordinal);
        byTeamsId = Conversations.ToDictionary(c => c.TeamsId, StringComparer.Ordinal);
    }

    /// <summary>Everybody, in the order of the page.</summary>
    public IReadOnlyList<RoomPerson> People { get; }

    /// <summary>Personal chats first, then the group chat, then the channels.</summary>
    public IReadOnlyList<RoomConversation> Conversations { get; }

    /// <summary>The person with this key; <see langword="null"/> if there is none.</summary>
    public RoomPerson? FindPerson(string? id) => id is null ? null : people.GetValueOrDefault(id);

    /// <summary>The person whom a Teams id, an Entra object id or a sign-in name means.</summary>
    public RoomPerson? FindPersonOnWire(string wireId) =>
        People.FirstOrDefault(p =>
            p.TeamsId == wireId
            || p.AadObjectId.Equals(wireId, StringComparison.OrdinalIgnoreCase)
            || p.UserPrincipalName.Equals(wireId, StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The conversation with this key; <see langword="null"/> if there is none.</summary>
    public RoomConversation? FindConversation(string? key) => key is null ? null : byKey.GetValueOrDefault(key);

    /// <summary>The conversation a wire id without a thread means.</summary>
    public RoomConversation? FindConversationOnWire(string teamsId) => byTeamsId.GetValueOrDefault(teamsId);

    private static RoomPerson Person(
        int number,
        string id,
        string ja,
        string en,
        Bilingual role,
        Bilingual place,
        string colour
    ) => new(id, new(ja, en), role, place, $"00000000-0000-4000-a000-{number:D12}", colour);
}
