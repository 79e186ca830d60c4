using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Renkei.Tables.Azure;

/// <summary>
/// Signs requests with an account key by the scheme SharedKeyLite, which covers date and path (protocols: Azure Tables, section 2).
/// </summary>
public sealed class SharedKeySigner
{
    private readonly string account;
    private readonly byte[] key;
    private readonly TimeProvider clock;

    /// <param name="account">The account's name.</param>
    /// <param name="key">Its key, base64.</param>
    /// <param name="clock">Azure accepts 15 minutes of difference.</param>
    /// <exception cref="FormatException">The key is not base64; the message does not repeat it.</exception>
    public SharedKeySigner(string account, string key, TimeProvider clock)
    {
        this.account = account;
        this.key = Convert.FromBase64String(key);
        this.clock = clock;
    }

    /// <summary>The headers <c>x-ms-date</c> and <c>Authorization</c> for a request.</summary>
    /// <param name="path">The address's path exactly as it is sent, percent-encoded; the query is not signed.</param>
    public (string Date, string Authorization) Sign(string path)
    {
        string date = this.clock.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        byte[] text = Encoding.UTF8.GetBytes($"{date}\n/{this.account}{path}");
        string signature = Convert.ToBase64String(HMACSHA256.HashData(this.key, text));
        return (date, $"SharedKeyLite {this.account}:{signature}");
    }
}
