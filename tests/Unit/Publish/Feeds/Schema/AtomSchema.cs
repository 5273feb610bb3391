using System.ComponentModel;
using System.Diagnostics;
using Ingestion.Tests.Infrastructure.Processes;
using Xunit;

namespace Ingestion.Unit.Tests.Publish.Feeds.Schema;

/// <summary>The schema that RFC 4287 publishes, asked through xmllint (Debian's package libxml2-utils).</summary>
internal static class AtomSchema
{
    private static readonly string Path = System.IO.Path.Combine(
        BuiltAssembly.Root, "tests", "Unit", "Publish", "Feeds", "Schema", "atom.rng");

    /// <summary>Why a feed is not valid, in the validator's words; null if it is. Skips the test where there is no xmllint.</summary>
    public static async Task<string?> FindErrorAsync(byte[] feed)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        // --huge: a text may be longer than the ten million characters that libxml2 takes otherwise.
        using var xmllint = Start("--noout", "--nonet", "--huge", "--relaxng", Path, "-");
        var errors = xmllint.StandardError.ReadToEndAsync(cancellationToken);
        await xmllint.StandardInput.BaseStream.WriteAsync(feed, cancellationToken);
        xmllint.StandardInput.Close();
        var said = await errors;
        await xmllint.WaitForExitAsync(cancellationToken);
        return xmllint.ExitCode == 0 ? null : said;
    }

    private static Process Start(params string[] arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo("xmllint", arguments) { RedirectStandardInput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception)
        {
            Assert.Skip("xmllint is not installed: apt-get install libxml2-utils.");
            throw;
        }
    }
}
