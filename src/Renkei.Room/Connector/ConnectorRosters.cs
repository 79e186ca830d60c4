using System.Globalization;
using System.Text.Json.Nodes;
using Renkei.Room.Conversations;
using Renkei.Room.Scenario;

namespace Renkei.Room.Connector;

/// <summary>Who is in a conversation, and which channels a team has.</summary>
internal sealed class ConnectorRosters(HikariPrefecture prefecture, RoomLedger ledger)
{
    private const int SmallestPage = 50;
    private const int LargestPage = 500;

    public ConnectorAnswer All(string conversationId) =>
        Within(conversationId, c => new(200, new JsonArray([.. c.Members.Select(Member)])));

    public ConnectorAnswer One(string conversationId, string user) =>
        Within(
            conversationId,
            c =>
                prefecture.FindPersonOnWire(user) is { } person && c.Members.Contains(person.Id)
                    ? new(200, Member(person.Id))
                    : ConnectorAnswer.Error(404, "MemberNotFoundInConversation", "Member not found in conversation.")
        );

    /// <summary>A page; sizes outside 50 to 500 are moved to the nearer end, as Teams does.</summary>
    public ConnectorAnswer Page(string conversationId, string? pageSize, string? continuationToken) =>
        Within(
            conversationId,
            c =>
            {
                int wanted = int.TryParse(pageSize, CultureInfo.InvariantCulture, out int size) ? size : LargestPage;
                int count = Math.Clamp(wanted, SmallestPage, LargestPage);
                if (!TryOffset(continuationToken, out int from))
                {
                    return ConnectorAnswer.Error(400, "Bad Argument", "The continuation token is not one of ours.");
                }
                JsonObject page = new()
                {
                    ["members"] = new JsonArray([.. c.Members.Skip(from).Take(count).Select(Member)]),
                };
                if (from + count < c.Members.Count)
                {
                    page["continuationToken"] = $"at-{from + count}";
                }
                return new(200, page);
            }
        );

    public ConnectorAnswer OfActivity(string conversationId, string id) =>
        Within(
            conversationId,
            c =>
                ledger.Find(c.Key, id) is null
                    ? ConnectorAnswer.Error(
                        404,
                        "ActivityNotFoundInConversation",
                        "The activity is not in this conversation."
                    )
                    : new(200, new JsonArray([.. c.Members.Select(Member)]))
        );

    public ConnectorAnswer Team(string teamId) =>
        WithinTeam(
            teamId,
            c =>
                new(
                    200,
                    new JsonObject
                    {
                        ["id"] = c.TeamsId,
                        ["name"] = c.Title.Ja,
                        ["aadGroupId"] = c.AadGroupId,
                    }
                )
        );

    /// <summary>The channels; General, the only one here, has the team's id and no name.</summary>
    public ConnectorAnswer Channels(string teamId) =>
        WithinTeam(
            teamId,
            c =>
                new(
                    200,
                    new JsonObject
                    {
                        ["conversations"] = new JsonArray(new JsonObject { ["id"] = c.TeamsId, ["name"] = null }),
                    }
                )
        );

    private static bool TryOffset(string? token, out int from)
    {
        from = 0;
        return string.IsNullOrEmpty(token)
            || (
                token.StartsWith("at-", StringComparison.Ordinal)
                && int.TryParse(token.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out from)
            );
    }

    private ConnectorAnswer Within(string conversationId, Func<RoomConversation, ConnectorAnswer> answer)
    {
        if (prefecture.FindConversationOnWire(TeamsIds.Split(conversationId).BaseId) is not { } conversation)
        {
            return ConnectorAnswer.Error(404, "ConversationNotFound", "Conversation not found.");
        }
        return ledger.IsInstalled(conversation.Key)
            ? answer(conversation)
            : ConnectorAnswer.Error(
                403,
                "BotNotInConversationRoster",
                "The bot is not part of the conversation roster."
            );
    }

    private ConnectorAnswer WithinTeam(string teamId, Func<RoomConversation, ConnectorAnswer> answer) =>
        Within(teamId, c => c.IsChannel ? answer(c) : ConnectorAnswer.Error(404, "NotFound", "There is no such team."));

    private JsonNode Member(string key)
    {
        RoomPerson person = prefecture.FindPerson(key)!;
        string[] parts = person.DisplayName.Split(' ');
        bool japanese = person.DisplayName == person.Name.Ja;
        return new JsonObject
        {
            ["id"] = person.TeamsId,
            ["name"] = person.DisplayName,
            ["givenName"] = japanese ? parts[^1] : parts[0],
            ["surname"] = japanese ? parts[0] : parts[^1],
            ["objectId"] = person.AadObjectId,
            ["aadObjectId"] = person.AadObjectId,
            ["email"] = person.UserPrincipalName,
            ["userPrincipalName"] = person.UserPrincipalName,
            ["tenantId"] = HikariPrefecture.TenantId,
            ["userRole"] = "user",
        };
    }
}
