using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Renkei.Room.Scenario;

/// <summary>
/// Ids of the shapes Teams uses (protocol facts: Bot Framework, section 1). They are derived from readable keys, so that
/// they stay the same over restarts.
/// </summary>
internal static class TeamsIds
{
    public static string User(string key) => "29:1" + Opaque("user", key, 43) + Opaque("user-tail", key, 22);

    public static string PersonalChat(string key) => "a:1" + Opaque("chat", key, 43) + Opaque("chat-tail", key, 43);

    public static string GroupChat(string key) => $"19:{Convert.ToHexStringLower(Hash("group", key))[..32]}@thread.v2";

    public static string Channel(string key) => $"19:{Opaque("channel", key, 43)}1@thread.tacv2";

    /// <summary>The conversation of one post in a channel and the replies to it.</summary>
    public static string Thread(string channelId, string rootMessageId) => $"{channelId};messageid={rootMessageId}";

    /// <summary>Takes a conversation id apart; the root is <see langword="null"/> where none is named.</summary>
    public static (string BaseId, string? RootMessageId) Split(string conversationId)
    {
        const string Mark = ";messageid=";
        int at = conversationId.IndexOf(Mark, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (conversationId, null) : (conversationId[..at], conversationId[(at + Mark.Length)..]);
    }

    private static string Opaque(string kind, string key, int length) =>
        Base64Url.EncodeToString(Hash(kind, key))[..length];

    private static byte[] Hash(string kind, string key) => SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}/{key}"));
}
