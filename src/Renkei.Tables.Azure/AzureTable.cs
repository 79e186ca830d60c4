using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Renkei.Tables.Azure;

/// <summary>
/// The store of installations: one table of an Azure storage account, spoken to over REST (protocols: Azure Tables). The table is
/// created where it is missing. After a failure whose outcome is unknown, a commit that meets itself is recognised by the id
/// stored with its rows.
/// </summary>
public sealed partial class AzureTable : ITable
{
    private const int LargestPage = 1000;

    private readonly TableAddresses addresses;
    private readonly TableRequests requests;
    private readonly string name;

    /// <summary>A table reached with an account key; meant for the emulator and trials.</summary>
    /// <param name="connectionString">As the portal shows it, or <c>UseDevelopmentStorage=true</c>.</param>
    /// <param name="name">3 to 63 Latin letters and digits, a letter first.</param>
    /// <param name="options">How long it is tried.</param>
    /// <param name="clock">Dates the signatures and paces the tries.</param>
    /// <exception cref="FormatException">The connection string cannot be used; the message says why and repeats no secret.</exception>
    /// <exception cref="ArgumentException">The name or the options break a rule.</exception>
    public AzureTable(string connectionString, string name, AzureTableOptions options, TimeProvider clock)
        : this(StorageConnection.Parse(connectionString), name, options, clock) { }

    /// <summary>A table reached with a token, as a managed identity gets it (role Storage Table Data Contributor).</summary>
    /// <param name="endpoint">The account's table endpoint; https, for tokens do not travel openly.</param>
    /// <param name="name">3 to 63 Latin letters and digits, a letter first.</param>
    /// <param name="credential">Asked for <c>https://storage.azure.com/.default</c>.</param>
    /// <param name="options">How long it is tried.</param>
    /// <param name="clock">Paces the tries.</param>
    /// <exception cref="ArgumentException">The endpoint is not https, or the name or the options break a rule.</exception>
    public AzureTable(
        Uri endpoint,
        string name,
        TokenCredential credential,
        AzureTableOptions options,
        TimeProvider clock
    )
        : this(
            Https(endpoint),
            name,
            new BearerTokenAuthenticationPolicy(
                new ReportingCredential(credential),
                "https://storage.azure.com/.default"
            ),
            options,
            clock
        ) { }

    private AzureTable(StorageConnection connection, string name, AzureTableOptions options, TimeProvider clock)
        : this(
            connection.Endpoint,
            name,
            new SharedKeyPolicy(new SharedKeySigner(connection.Account, connection.Key, clock)),
            options,
            clock
        ) { }

    private AzureTable(
        Uri endpoint,
        string name,
        HttpPipelinePolicy authorisation,
        AzureTableOptions options,
        TimeProvider clock
    )
    {
        if (!TableName().IsMatch(name))
        {
            throw new ArgumentException(
                "A table's name has 3 to 63 Latin letters and digits, a letter first.",
                nameof(name)
            );
        }

        if (options.Tries is < 1 or > 10)
        {
            throw new ArgumentException("Tries is 1 to 10.", nameof(options));
        }

        // A retry below us would hide that an outcome is unknown.
        options.Retry.MaxRetries = 0;
        this.name = name;
        addresses = new TableAddresses(endpoint, name);
        requests = new TableRequests(
            HttpPipelineBuilder.Build(options, perCallPolicies: [], perRetryPolicies: [authorisation], null),
            options,
            clock
        );
    }

    /// <summary>Creates the table now where it is missing, instead of at the first call that needs it.</summary>
    /// <exception cref="TableUnavailableException">The store did not answer or refuses us.</exception>
    public async Task CreateIfMissingAsync(CancellationToken ct)
    {
        TableRequests.Outcome<ServiceReply> outcome = await requests.SendAsync(
            request =>
            {
                request.Method = RequestMethod.Post;
                request.Uri.Reset(addresses.Tables);
                request.Headers.SetValue("Content-Type", "application/json");
                request.Headers.SetValue("Prefer", "return-no-content");
                request.Content = RequestContent.Create($$"""{"TableName":"{{this.name}}"}""");
            },
            Reply,
            reply => reply,
            ct
        );
        if (!outcome.Reply.IsSuccess && outcome.Reply.Code != "TableAlreadyExists")
        {
            throw new TableUnavailableException(
                $"The table could not be created: {outcome.Reply.Status} {outcome.Reply.Code}.",
                outcomeUnknown: false,
                null
            );
        }
    }

    /// <inheritdoc/>
    public async ValueTask<TableRow?> FindAsync(RowKey key, CancellationToken ct)
    {
        TableRules.Check(key);
        return (await FindEntityAsync(key, ct))?.Row;
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<TableRow> QueryAsync(TableQuery query, CancellationToken ct)
    {
        TableRules.Check(query);
        return PagesAsync(query, ct);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<RowETag>> CommitAsync(IReadOnlyList<TableChange> changes, CancellationToken ct)
    {
        TableRules.Check(changes);
        foreach (TableChange change in changes)
        {
            CheckVersion(change);
        }

        string commit = Guid.NewGuid().ToString("N");
        TableRequests.Outcome<ServiceReply> outcome = await WithTableAsync(
            () => changes.Count == 1 ? SendAloneAsync(changes[0], commit, ct) : SendBatchAsync(changes, commit, ct),
            outcome => outcome.Reply.IsTableMissing,
            ct
        );
        if (outcome.Reply.IsSuccess)
        {
            return outcome.Reply.Versions;
        }

        if (outcome.EarlierUnknown)
        {
            return await RecogniseAsync(changes, commit, outcome.Reply.Index, ct);
        }

        throw new TableConflictException(changes[outcome.Reply.Index].Key, outcome.Reply.Index);
    }

    private static Uri Https(Uri endpoint) =>
        endpoint.Scheme == Uri.UriSchemeHttps
            ? endpoint
            : throw new ArgumentException(
                "The endpoint is not https, and tokens do not travel openly.",
                nameof(endpoint)
            );

    private static void CheckVersion(TableChange change)
    {
        RowETag? version = change switch
        {
            TableChange.Replace replace => replace.IfMatch,
            TableChange.Delete delete => delete.IfMatch,
            _ => null,
        };
        // It becomes a header line, also inside a batch, so nothing may break out of it.
        if (version is { } given && !ETagShape().IsMatch(given.Value))
        {
            throw new ArgumentException("This version was not given out by Azure Tables.", nameof(change));
        }
    }

    private static ServiceReply Reply(Response response)
    {
        if (!response.IsError)
        {
            RowETag version = response.Headers.TryGetValue("ETag", out string? etag) ? new(etag) : default;
            return new ServiceReply(response.Status, "", 0, [version]);
        }

        response.Headers.TryGetValue("x-ms-error-code", out string? header);
        (string code, _) = ServiceError.Read(header, response.Content.ToString());
        return new ServiceReply(response.Status, code, 0, []);
    }

    private Task<TableRequests.Outcome<ServiceReply>> SendAloneAsync(
        TableChange change,
        string commit,
        CancellationToken ct
    )
    {
        ChangeRequest written = ChangeRequest.For(change, addresses, commit, ascii: true);
        return requests.SendAsync(
            request =>
            {
                request.Method = written.Method;
                request.Uri.Reset(written.Address);
                foreach ((string name, string value) in written.Headers)
                {
                    request.Headers.SetValue(name, value);
                }

                if (change is not TableChange.Delete)
                {
                    request.Content = RequestContent.Create(written.Body);
                }
            },
            response =>
            {
                ServiceReply reply = Reply(response);
                return reply switch
                {
                    { IsSuccess: true } when change is TableChange.Delete => reply with { Versions = [default] },
                    { IsSuccess: true } when reply.Versions[0] == default => throw new FormatException(
                        "The answer to a write has no ETag."
                    ),
                    _ => Unconditional(change, reply),
                };
            },
            reply => reply,
            ct
        );
    }

    private Task<TableRequests.Outcome<ServiceReply>> SendBatchAsync(
        IReadOnlyList<TableChange> changes,
        string commit,
        CancellationToken ct
    )
    {
        string batch = Guid.NewGuid().ToString();
        ReadOnlyMemory<byte> content = BatchContent.Write(batch, changes, addresses, commit);
        return requests.SendAsync(
            request =>
            {
                request.Method = RequestMethod.Post;
                request.Uri.Reset(addresses.Batch);
                request.Headers.SetValue("Content-Type", BatchContent.ContentType(batch));
                request.Content = RequestContent.Create(content);
            },
            response =>
            {
                if (response.IsError)
                {
                    return Reply(response);
                }

                ServiceReply reply = BatchReply.Read(
                    response.Headers.ContentType,
                    response.Content.ToString(),
                    changes
                );
                return Unconditional(changes[reply.Index], reply);
            },
            reply => reply,
            ct
        );
    }

    /// <summary>A Put fits whatever is there, so where it meets a writer of the same moment it is only asked to come again.</summary>
    private static ServiceReply Unconditional(TableChange change, ServiceReply reply) =>
        change is TableChange.Put && reply.Status is 409 or 412
            ? reply with
            {
                Status = 503,
                Code = "ServerBusy",
            }
            : reply;

    /// <summary>
    /// A try whose outcome is unknown was followed by one that met a conflict: perhaps with its own rows. All rows of a commit are
    /// written together, so one that bears its id, or one that is untouched, decides.
    /// </summary>
    private async Task<IReadOnlyList<RowETag>> RecogniseAsync(
        IReadOnlyList<TableChange> changes,
        string commit,
        int conflicting,
        CancellationToken ct
    )
    {
        // A version older than any row's: the row was ours and has been written by somebody else since.
        RowETag past = new("W/\"datetime'1601-01-01T00%3A00%3A00.0000000Z'\"");
        RowETag[] versions = new RowETag[changes.Count];
        bool written = false;
        for (int i = 0; i < changes.Count; i++)
        {
            TableChange change = changes[i];
            if (change is TableChange.Delete && written)
            {
                continue;
            }

            StoredEntity? stored = await FindEntityAsync(change.Key, ct);
            if (change is not TableChange.Delete && stored?.Commit == commit)
            {
                versions[i] = stored.Row.ETag;
                written = true;
            }
            else if (!written && IsUntouched(change, stored))
            {
                throw new TableConflictException(changes[conflicting].Key, conflicting);
            }
            else if (change is not TableChange.Delete)
            {
                versions[i] = past;
            }
        }

        return written
            ? versions
            : throw new TableUnavailableException(
                "Azure Tables broke off, and the rows were changed by others since: whether this commit was among the changes cannot be told.",
                outcomeUnknown: true,
                null
            );
    }

    private static bool IsUntouched(TableChange change, StoredEntity? stored) =>
        change switch
        {
            TableChange.Replace replace => stored?.Row.ETag == replace.IfMatch,
            TableChange.Delete delete => stored?.Row.ETag == delete.IfMatch,
            _ => false,
        };

    private async Task<StoredEntity?> FindEntityAsync(RowKey key, CancellationToken ct)
    {
        Uri address = addresses.Entity(key);
        TableRequests.Outcome<(ServiceReply Reply, StoredEntity? Entity)> outcome = await WithTableAsync(
            () =>
                SendReadAsync<(ServiceReply Reply, StoredEntity? Entity)>(
                    address,
                    response => (Reply(response), response.IsError ? null : ReadEntity(response)),
                    answer => answer.Reply,
                    ct
                ),
            outcome => outcome.Reply.Reply.IsTableMissing,
            ct
        );
        return outcome.Reply.Entity;
    }

    private async IAsyncEnumerable<TableRow> PagesAsync(TableQuery query, [EnumeratorCancellation] CancellationToken ct)
    {
        int left = query.Limit ?? int.MaxValue;
        string? nextPartition = null;
        string? nextRow = null;
        while (left > 0)
        {
            Uri address = addresses.Page(query, Math.Min(left, LargestPage), nextPartition, nextRow);
            EntityPage page = (
                await WithTableAsync(
                    () => SendReadAsync(address, ReadPage, page => page.Reply, ct),
                    outcome => outcome.Reply.Reply.IsTableMissing,
                    ct
                )
            ).Reply;
            foreach (TableRow row in page.Rows)
            {
                yield return row;
                if (--left == 0)
                {
                    yield break;
                }
            }

            // A page may be short or empty and still have a next one.
            if (page.NextPartition is null && page.NextRow is null)
            {
                yield break;
            }

            (nextPartition, nextRow) = (page.NextPartition, page.NextRow);
        }
    }

    private static StoredEntity ReadEntity(Response response)
    {
        using JsonDocument document = Parse(response);
        return EntityJson.Read(document.RootElement);
    }

    private static EntityPage ReadPage(Response response)
    {
        ServiceReply reply = Reply(response);
        if (!reply.IsSuccess)
        {
            return new EntityPage(reply, [], null, null);
        }

        using JsonDocument document = Parse(response);
        return new EntityPage(
            reply,
            [
                .. document
                    .RootElement.GetProperty("value")
                    .EnumerateArray()
                    .Select(entity => EntityJson.Read(entity).Row),
            ],
            response.Headers.TryGetValue("x-ms-continuation-NextPartitionKey", out string? partition)
                ? partition
                : null,
            response.Headers.TryGetValue("x-ms-continuation-NextRowKey", out string? row) ? row : null
        );
    }

    /// <exception cref="FormatException">The answer is cut.</exception>
    private static JsonDocument Parse(Response response)
    {
        try
        {
            return JsonDocument.Parse(response.Content.ToMemory());
        }
        catch (JsonException reason)
        {
            throw new FormatException("The answer is no whole JSON.", reason);
        }
    }

    /// <summary>A read has no outcome that could be unknown.</summary>
    private async Task<TableRequests.Outcome<T>> SendReadAsync<T>(
        Uri address,
        Func<Response, T> read,
        Func<T, ServiceReply> judge,
        CancellationToken ct
    )
    {
        try
        {
            return await requests.SendAsync(
                request =>
                {
                    request.Method = RequestMethod.Get;
                    request.Uri.Reset(address);
                },
                read,
                judge,
                ct
            );
        }
        catch (TableUnavailableException failure) when (failure.OutcomeUnknown)
        {
            throw new TableUnavailableException(failure.Message, outcomeUnknown: false, failure.InnerException);
        }
    }

    /// <summary>Sends; where the table is missing, creates it and sends once more.</summary>
    private async Task<TableRequests.Outcome<T>> WithTableAsync<T>(
        Func<Task<TableRequests.Outcome<T>>> send,
        Func<TableRequests.Outcome<T>, bool> isTableMissing,
        CancellationToken ct
    )
    {
        TableRequests.Outcome<T> outcome = await send();
        if (!isTableMissing(outcome))
        {
            return outcome;
        }

        await CreateIfMissingAsync(ct);
        outcome = await send();
        return isTableMissing(outcome)
            ? throw new TableUnavailableException("The table is missing and cannot be seen yet.", false, null)
            : outcome;
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{2,62}$", RegexOptions.CultureInvariant)]
    private static partial Regex TableName();

    [GeneratedRegex("""\A(W/)?"[\x21\x23-\x7E]*"\z""", RegexOptions.CultureInvariant)]
    private static partial Regex ETagShape();
}
