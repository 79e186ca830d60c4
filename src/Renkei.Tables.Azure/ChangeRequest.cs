using Azure.Core;

namespace Renkei.Tables.Azure;

/// <summary>The one request that makes one change, alone or inside a batch (protocols: Azure Tables, section 4).</summary>
internal sealed record ChangeRequest(
    RequestMethod Method,
    Uri Address,
    IReadOnlyList<(string Name, string Value)> Headers,
    ReadOnlyMemory<byte> Body
)
{
    private static readonly (string, string) Accept = ("Accept", "application/json;odata=minimalmetadata");
    private static readonly (string, string) Json = ("Content-Type", "application/json");
    private static readonly (string, string) NoEcho = ("Prefer", "return-no-content");

    public static ChangeRequest For(TableChange change, TableAddresses addresses, string commit, bool ascii) =>
        change switch
        {
            TableChange.Insert insert => new(
                RequestMethod.Post,
                addresses.Entities,
                [Accept, Json, NoEcho],
                EntityJson.Write(insert.Key, insert.Body, commit, ascii)
            ),
            TableChange.Replace replace => new(
                RequestMethod.Put,
                addresses.Entity(replace.Key),
                [Accept, Json, ("If-Match", replace.IfMatch.Value)],
                EntityJson.Write(replace.Key, replace.Body, commit, ascii)
            ),
            // Without If-Match a PUT writes whatever is there.
            TableChange.Put put => new(
                RequestMethod.Put,
                addresses.Entity(put.Key),
                [Accept, Json],
                EntityJson.Write(put.Key, put.Body, commit, ascii)
            ),
            TableChange.Delete delete => new(
                RequestMethod.Delete,
                addresses.Entity(delete.Key),
                [Accept, ("If-Match", delete.IfMatch.Value)],
                default
            ),
            _ => throw new ArgumentException("An unknown kind of change.", nameof(change)),
        };
}
