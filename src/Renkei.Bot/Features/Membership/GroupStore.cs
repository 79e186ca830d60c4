using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Renkei.Activities.Connector;
using Renkei.Tables;

namespace Renkei.Bot.Features.Membership;

/// <summary>
/// The group chats and channels Renkei was added to. Partition <c>groups~{tenant}</c>, row <c>g~{hash of the conversation id}</c>
/// (ids of conversations may hold characters that keys must not).
/// </summary>
internal sealed class GroupStore(ITable table)
{
    /// <summary>Adds a conversation.</summary>
    /// <returns>Whether it was new.</returns>
    public async ValueTask<bool> TryAddAsync(ConversationAddress address, CancellationToken ct)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.ConversationId)));
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(address, GroupJson.Default.ConversationAddress);
        try
        {
            await table.CommitAsync([new TableChange.Insert(new($"groups~{address.TenantId}", $"g~{hash}"), body)], ct);
            return true;
        }
        catch (TableConflictException)
        {
            return false;
        }
    }
}

[JsonSerializable(typeof(ConversationAddress))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class GroupJson : JsonSerializerContext;
