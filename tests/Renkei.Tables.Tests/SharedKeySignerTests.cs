using Renkei.Tables.Azure;

namespace Renkei.Tables.Tests;

/// <summary>The signatures were computed with OpenSSL from the strings to sign of the protocol, not by this code.</summary>
public sealed class SharedKeySignerTests
{
    private static readonly FixedClock Clock = new(new DateTimeOffset(2026, 11, 20, 22, 44, 59, TimeSpan.FromHours(9)));

    [Theory]
    [InlineData("/Rows(PartitionKey='a',RowKey='b')", "5YGwA2pn+OBLQ3EwPEACwWzI+zbWmG4caSxSHRt7B/o=")]
    [InlineData("/$batch", "37g7Sn4/jS74s5lN67SjoAAiwkHFhEv5ImBejkTXqEs=")]
    [InlineData(
        "/Rows(PartitionKey=%27%E7%9C%8C%27,RowKey=%27it%27%27s%27)",
        "WEPW80kUzMCaptWVBS4QEcw3vrAqOe7Fo/wiovP189M="
    )]
    public void Sign_AccountInHost_DateAndPathAreSigned(string path, string signature)
    {
        (string date, string authorization) = new SharedKeySigner("renkei", "AAECAwQFBgcICQoLDA0ODw==", Clock).Sign(
            path
        );

        Assert.Equal("Fri, 20 Nov 2026 13:44:59 GMT", date);
        Assert.Equal($"SharedKeyLite renkei:{signature}", authorization);
    }

    [Fact]
    public void Sign_EmulatorPath_AccountTwice()
    {
        SharedKeySigner signer = new(
            "devstoreaccount1",
            "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==",
            Clock
        );

        Assert.Equal(
            "SharedKeyLite devstoreaccount1:uYsPTps2rWpxplx9qe6RY646i08uvHAXBkjHn0fXDSY=",
            signer.Sign("/devstoreaccount1/Tables").Authorization
        );
    }
}
