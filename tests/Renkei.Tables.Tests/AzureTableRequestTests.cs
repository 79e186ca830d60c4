using Azure.Core;
using Renkei.Tables.Azure;
using static Renkei.Tables.Tests.Text;

namespace Renkei.Tables.Tests;

/// <summary>What goes to the wire.</summary>
public sealed class AzureTableRequestTests
{
    private const string Version = "W/\"datetime'2026-11-20T13%3A44%3A59.5584086Z'\"";

    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 20, 13, 44, 59, TimeSpan.Zero));

    [Fact]
    public async Task Find_KeyWithQuoteAndJapanese_EscapedAddressAndAllHeaders()
    {
        FakeService service = new FakeService().Answers(
            200,
            """{"odata.etag":"W/\"x\"","PartitionKey":"県","RowKey":"it's","Body":"{\"a\":","Body1":"1}","Op":"1","Timestamp":"2026-11-20T13:44:59Z"}"""
        );

        TableRow? row = await service.Table(Clock).FindAsync(new RowKey("県", "it's"), CancellationToken.None);

        Assert.Equal("{\"a\":1}", Of(row));
        Assert.Equal("W/\"x\"", row!.ETag.Value);
        SentRequest sent = Assert.Single(service.Sent);
        Assert.Equal("GET", sent.Method);
        Assert.Equal(
            "https://renkei.table.core.windows.net/Rows(PartitionKey=%27%E7%9C%8C%27,RowKey=%27it%27%27s%27)",
            sent.Uri.AbsoluteUri
        );
        Assert.Equal("2020-12-06", sent.Headers["x-ms-version"]);
        Assert.Equal("application/json;odata=minimalmetadata", sent.Headers["Accept"]);
        Assert.Equal("3.0;NetFx", sent.Headers["DataServiceVersion"]);
        Assert.Equal("3.0;NetFx", sent.Headers["MaxDataServiceVersion"]);
        Assert.Equal("Fri, 20 Nov 2026 13:44:59 GMT", sent.Headers["x-ms-date"]);
        // The same as in SharedKeySignerTests, from OpenSSL.
        Assert.Equal(
            "SharedKeyLite renkei:WEPW80kUzMCaptWVBS4QEcw3vrAqOe7Fo/wiovP189M=",
            sent.Headers["Authorization"]
        );
    }

    [Fact]
    public async Task Commit_OneReplace_PutWithTheVersionByteForByte()
    {
        FakeService service = new FakeService().Answers(204, headers: ("ETag", "W/\"new\""));

        RowETag version = await service.Table().CommitAsync(Replace("r", new(Version), "{\"県\":1}"));

        Assert.Equal("W/\"new\"", version.Value);
        SentRequest sent = Assert.Single(service.Sent);
        Assert.Equal("PUT", sent.Method);
        Assert.Equal(Version, sent.Headers["If-Match"]);
        Assert.Equal("application/json", sent.Headers["Content-Type"]);
        Assert.Matches(
            """^{"PartitionKey":"p","RowKey":"r","Op":"[0-9a-f]{32}","Body":"{\\u0022\\u770C\\u0022:1}"}$""",
            sent.Body
        );
    }

    [Fact]
    public async Task Commit_OnePut_NoIfMatch()
    {
        FakeService service = new FakeService().Answers(204, headers: ("ETag", "W/\"new\""));

        await service.Table().CommitAsync(Put("r"));

        Assert.False(service.Sent[0].Headers.ContainsKey("If-Match"));
        Assert.Equal("PUT", service.Sent[0].Method);
    }

    [Fact]
    public async Task Commit_Batch_ExactlyAsTheProtocolWritesIt()
    {
        FakeService service = new FakeService().Answers(
            202,
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n"
                + "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\nContent-ID: 1\r\nETag: W/\"one\"\r\n\r\n\r\n"
                + "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\nContent-ID: 2\r\n\r\n\r\n"
                + "--changesetresponse_2--\r\n--batchresponse_1--\r\n",
            "multipart/mixed; boundary=batchresponse_1"
        );

        IReadOnlyList<RowETag> versions = await service
            .Table()
            .CommitAsync([Insert("a", "\"県\""), Delete("b", new(Version))], CancellationToken.None);

        Assert.Equal([new RowETag("W/\"one\""), default], versions);
        SentRequest sent = Assert.Single(service.Sent);
        Assert.Equal("https://renkei.table.core.windows.net/$batch", sent.Uri.AbsoluteUri);
        string id = sent.Headers["Content-Type"]["multipart/mixed; boundary=batch_".Length..];
        string op = sent.Body.Split("\"Op\":\"")[1][..32];
        Assert.Equal(
            $$"""
            --batch_{{id}}
            Content-Type: multipart/mixed; boundary=changeset_{{id}}

            --changeset_{{id}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            POST https://renkei.table.core.windows.net/Rows HTTP/1.1
            Content-ID: 1
            Accept: application/json;odata=minimalmetadata
            Content-Type: application/json
            Prefer: return-no-content

            {"PartitionKey":"p","RowKey":"a","Op":"{{op}}","Body":"\"県\""}
            --changeset_{{id}}
            Content-Type: application/http
            Content-Transfer-Encoding: binary

            DELETE https://renkei.table.core.windows.net/Rows(PartitionKey=%27p%27,RowKey=%27b%27) HTTP/1.1
            Content-ID: 2
            Accept: application/json;odata=minimalmetadata
            If-Match: {{Version}}


            --changeset_{{id}}--
            --batch_{{id}}--

            """.ReplaceLineEndings("\r\n"),
            sent.Body
        );
    }

    [Fact]
    public async Task Query_EmptyPageWithHalfAContinuation_GoesOn()
    {
        FakeService service = new FakeService()
            .Answers(200, """{"value":[]}""", headers: ("x-ms-continuation-NextPartitionKey", "1!8!cA=="))
            .Answers(
                200,
                """{"value":[{"odata.etag":"W/\"x\"","PartitionKey":"p","RowKey":"a'","Body":"1"}]}""",
                headers: [("x-ms-continuation-NextPartitionKey", "p/2"), ("x-ms-continuation-NextRowKey", "r+3")]
            )
            .Answers(200, """{"value":[{"odata.etag":"W/\"x\"","PartitionKey":"p","RowKey":"b","Body":"1"}]}""");

        List<string> rows = await service.Table().RowsAsync(TableQuery.Range("p", "a'", "c").Take(50));

        Assert.Equal(["a'", "b"], rows);
        Assert.Equal(
            [
                "/Rows()?$filter=PartitionKey%20eq%20%27p%27%20and%20RowKey%20ge%20%27a%27%27%27%20and%20RowKey%20lt%20%27c%27&$top=50",
                "/Rows()?$filter=PartitionKey%20eq%20%27p%27%20and%20RowKey%20ge%20%27a%27%27%27%20and%20RowKey%20lt%20%27c%27&$top=50&NextPartitionKey=1%218%21cA%3D%3D",
                "/Rows()?$filter=PartitionKey%20eq%20%27p%27%20and%20RowKey%20ge%20%27a%27%27%27%20and%20RowKey%20lt%20%27c%27&$top=49&NextPartitionKey=p%2F2&NextRowKey=r%2B3",
            ],
            service.Sent.Select(sent => sent.Uri.PathAndQuery)
        );
    }

    [Fact]
    public async Task Commit_TableMissing_CreatedAndSentAgain()
    {
        FakeService service = new FakeService()
            .Answers(404, headers: ("x-ms-error-code", "TableNotFound"))
            .Answers(409, headers: ("x-ms-error-code", "TableAlreadyExists"))
            .Answers(204, headers: ("ETag", "W/\"new\""));

        await service.Table().CommitAsync(Insert("a"));

        service.ShouldBeDone();
        Assert.Equal(("POST", "/Tables"), (service.Sent[1].Method, service.Sent[1].Uri.AbsolutePath));
        Assert.Equal("""{"TableName":"Rows"}""", service.Sent[1].Body);
    }

    [Fact]
    public async Task Commit_Token_BearerHeader()
    {
        FakeService service = new FakeService().Answers(204, headers: ("ETag", "W/\"new\""));
        FakeCredential credential = new();

        await TableWith(credential, service).CommitAsync(Insert("a"));

        Assert.Equal("Bearer token-1", service.Sent[0].Headers["Authorization"]);
        Assert.Equal(["https://storage.azure.com/.default"], credential.Scopes);
    }

    [Fact]
    public async Task Commit_NoToken_UnavailableAndNothingSent()
    {
        FakeService service = new();

        TableUnavailableException failure = await Assert.ThrowsAsync<TableUnavailableException>(() =>
            TableWith(new FakeCredential { Fails = true }, service).CommitAsync(Insert("a"))
        );

        Assert.False(failure.OutcomeUnknown);
        Assert.Empty(service.Sent);
    }

    [Fact]
    public void Create_TokenOverHttp_Refused() =>
        Assert.Throws<ArgumentException>(() =>
            new AzureTable(
                new Uri("http://renkei.table.core.windows.net"),
                "Rows",
                new FakeCredential(),
                new AzureTableOptions(),
                TimeProvider.System
            )
        );

    [Theory]
    [InlineData("ab")]
    [InlineData("1abc")]
    [InlineData("a-b")]
    [InlineData("県の表")]
    public void Create_TableNameBreaksTheRule_Refused(string name) =>
        Assert.Throws<ArgumentException>(() =>
            new AzureTable("UseDevelopmentStorage=true", name, new AzureTableOptions(), TimeProvider.System)
        );

    private static AzureTable TableWith(TokenCredential credential, FakeService service) =>
        new(
            new Uri("https://renkei.table.core.windows.net"),
            "Rows",
            credential,
            new AzureTableOptions { Transport = service, FirstWait = TimeSpan.FromMilliseconds(1) },
            TimeProvider.System
        );

    private sealed class FakeCredential : TokenCredential
    {
        public bool Fails { get; init; }

        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            throw new NotSupportedException("Renkei asks asynchronously.");

        public override ValueTask<AccessToken> GetTokenAsync(
            TokenRequestContext requestContext,
            CancellationToken cancellationToken
        )
        {
            if (Fails)
            {
                throw new InvalidOperationException("No identity here.");
            }

            Scopes.AddRange(requestContext.Scopes);
            return new(new AccessToken("token-1", DateTimeOffset.MaxValue));
        }
    }
}
