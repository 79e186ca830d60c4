using Renkei.Tables.Azure;

namespace Renkei.Tables.Tests;

public sealed class StorageConnectionTests
{
    [Fact]
    public void Parse_AsThePortalShowsIt_AccountKeyAndEndpoint()
    {
        StorageConnection connection = StorageConnection.Parse(
            "DefaultEndpointsProtocol=https;AccountName=renkei;AccountKey=AAECAw==;EndpointSuffix=core.windows.net"
        );

        Assert.Equal(("renkei", "AAECAw=="), (connection.Account, connection.Key));
        Assert.Equal("https://renkei.table.core.windows.net/", connection.Endpoint.AbsoluteUri);
    }

    [Fact]
    public void Parse_TableEndpoint_TakenAsItIs()
    {
        StorageConnection connection = StorageConnection.Parse(
            "TableEndpoint=http://127.0.0.1:12345/devstoreaccount1;accountname=devstoreaccount1;accountkey=AAECAw==;"
        );

        Assert.Equal("http://127.0.0.1:12345/devstoreaccount1", connection.Endpoint.AbsoluteUri);
    }

    [Fact]
    public void Parse_DevelopmentStorage_EmulatorsPublishedAccount()
    {
        StorageConnection connection = StorageConnection.Parse("UseDevelopmentStorage=true");

        Assert.Equal("devstoreaccount1", connection.Account);
        Assert.Equal("http://127.0.0.1:10002/devstoreaccount1", connection.Endpoint.AbsoluteUri);
    }

    [Theory]
    [InlineData("AccountName=renkei", "AccountKey")]
    [InlineData("AccountKey=AAECAw==", "AccountName")]
    [InlineData("AccountName=renkei;AccountKey=secret!", "AccountKey")]
    [InlineData("AccountName=renkei;AccountKey=AAECAw==;TableEndpoint=nowhere", "TableEndpoint")]
    [InlineData("TableEndpoint=https://x;SharedAccessSignature=secret!", "SharedAccessSignature")]
    [InlineData("secret!", "name=value")]
    public void Parse_CannotBeUsed_SaysWhatWithoutTheSecret(string text, string named)
    {
        FormatException refusal = Assert.Throws<FormatException>(() => StorageConnection.Parse(text));

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret!", refusal.Message, StringComparison.Ordinal);
    }
}
